import { useEffect } from 'react';
import { undo } from '../commands/plan-commands';
import { savePlanAs } from '../commands/plan-file-commands';
import { closeNotice, dismissDragHint } from '../commands/view-commands';
import { useApp, useAppState } from '../panels/controls/app-context';
import { Icon } from '../panels/controls/icon';
import { useSentence, useWords } from '../panels/controls/words';
import type { Notice } from '../store/state';

const NOTICE_MS = 9000;

/** The one line of the first minute, and what the tool in hand expects. */
export function Hint() {
  const app = useApp();
  const dragHint = useAppState(
    ({ view, results }) => view.dragHint && results.coverage !== null && view.job === 'coverage',
  );
  const tool = useAppState((state) => state.tool.active);
  const t = useWords();
  if (tool !== 'browse') return <p className="map-hint">{t(`toolHint.${tool}`)}</p>;
  if (!dragHint) return null;
  return (
    <p className="map-hint">
      {t('dragHint')}
      <button type="button" className="quiet" onClick={() => dismissDragHint(app)} aria-label={t('close')}>
        <Icon name="close" size={14} />
      </button>
    </p>
  );
}

/** While the plan comes in. */
export function Opening() {
  const { status, progress } = useAppState(({ plan }) => plan);
  const t = useWords();
  if (status === 'ready') return null;
  return (
    <div className="opening" role="status">
      <span>{t('opening')}</span>
      <progress value={progress} />
    </div>
  );
}

export function Notices() {
  const notices = useAppState((state) => state.notices);
  return (
    <div className="notices" aria-live="polite">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const app = useApp();
  const say = useSentence();
  const t = useWords();
  useEffect(() => {
    if (notice.tone === 'bad') return;
    const timer = setTimeout(() => closeNotice(app, notice.id), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [app, notice]);
  const words = notice.issue
    ? say(notice.issue)
    : notice.key
      ? t(notice.key as 'notice.removed', { ...notice.params })
      : '';
  return (
    <p className={`notice ${notice.tone}`} role={notice.tone === 'bad' ? 'alert' : undefined}>
      <span>{words}</span>
      {notice.undo && (
        <button
          type="button"
          className="link"
          onClick={() => {
            closeNotice(app, notice.id);
            void undo(app);
          }}
        >
          {t('command.undo')}
        </button>
      )}
      {notice.savePlan && (
        <button type="button" className="link" onClick={() => void savePlanAs(app)}>
          {t('command.savePlanAs')}
        </button>
      )}
      <button type="button" className="quiet" onClick={() => closeNotice(app, notice.id)} aria-label={t('close')}>
        <Icon name="close" size={14} />
      </button>
    </p>
  );
}

/** Appears as soon as a file is held over the window. */
export function DropZone() {
  const hovering = useAppState(({ importing }) => importing.hovering);
  const t = useWords();
  if (!hovering) return null;
  return (
    <div className="drop-zone">
      <p>
        <Icon name="import" size={40} />
        <strong>{t('drop.title')}</strong>
        <span>{t('drop.formats')}</span>
      </p>
    </div>
  );
}
