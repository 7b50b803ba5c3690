import { openJob } from '../commands/view-commands';
import { useApp, useAppState } from '../panels/controls/app-context';
import { Icon } from '../panels/controls/icon';
import { useWords } from '../panels/controls/words';
import { JOBS } from '../store/state';

/** The jobs; on a phone a bar at the foot. */
export function Rail() {
  const app = useApp();
  const job = useAppState(({ view }) => view.job);
  const open = useAppState(({ view }) => view.panelOpen);
  const t = useWords();
  return (
    <nav className="rail" aria-label={t('jobs')}>
      {JOBS.map((id) => (
        <button
          key={id}
          type="button"
          aria-current={job === id && open ? 'page' : undefined}
          onClick={() => openJob(app, id)}
        >
          <Icon name={id} size={22} />
          {t(`job.${id}`)}
        </button>
      ))}
    </nav>
  );
}
