import type { Chain, Run } from '../../../analysis/drive/chain';
import { askPlace } from '../../../commands/selection-commands';
import { metricOf } from '../../../store/metric';
import { useApp, useAppState } from '../../controls/app-context';
import { Icon } from '../../controls/icon';
import { useFormat, useWords } from '../../controls/words';
import { TierLine } from './tier-line';

/** Who comes to the place that was clicked, step by step, and whether the code is met. */
export function ChainCard() {
  const app = useApp();
  const chain = useAppState((state) => (metricOf(state) === 'roads' ? state.results.drive?.chain : null));
  const t = useWords();
  if (!chain) return null;
  return (
    <section className="card" aria-label={t('chain.title')} data-testid="chain">
      <header>
        <h3>{t('chain.title')}</h3>
        <button type="button" className="quiet" onClick={() => askPlace(app, null)} aria-label={t('close')}>
          <Icon name="close" size={16} />
        </button>
      </header>
      <Where chain={chain} />
      {chain.first && <Runs chain={chain} first={chain.first} />}
      <Verdict chain={chain} />
      <TierLine />
    </section>
  );
}

function Where({ chain: { road, first } }: { readonly chain: Chain }) {
  const language = useAppState(({ view }) => view.language);
  const frontageM = useAppState(({ settings }) => settings.drive.frontageM);
  const t = useWords();
  const format = useFormat();
  if (!road) return <p className="trouble">{t('chain.noRoad', { metres: format.metres(frontageM) })}</p>;
  return (
    <>
      <p className="hint">
        {t('chain.onRoad', {
          road: (language === 'en' && road.nameEn) || road.name || t('chain.unnamed'),
          snap: format.metres(road.snapM),
        })}
      </p>
      {!first && <p className="trouble">{t('chain.unreached')}</p>}
    </>
  );
}

function Runs({ chain, first }: { readonly chain: Chain; readonly first: Run }) {
  const t = useWords();
  const format = useFormat();
  const timed = first.travelS !== null;
  const row = (run: Run, rank: string) => (
    <tr key={rank}>
      <td>
        {rank}
        <small className="line">{run.name}</small>
      </td>
      {run.travelS !== null && (
        <>
          <td className="figure">{format.duration(run.turnoutS)}</td>
          <td className="figure">{format.duration(run.travelS)}</td>
        </>
      )}
      <td className="figure">{format.metres(run.lengthM)}</td>
      {timed && <td className="figure strong">{format.duration(60 * run.arrival)}</td>}
    </tr>
  );
  return (
    <>
      <table className="compact">
        <thead>
          <tr>
            <th aria-label={t('partition.station')} />
            {timed && <th>{t('chain.turnout')}</th>}
            {timed && <th>{t('chain.travel')}</th>}
            <th>{t('chain.distance')}</th>
            {timed && <th>{t('chain.arrival')}</th>}
          </tr>
        </thead>
        <tbody>
          {row(first, t('chain.first'))}
          {chain.second && row(chain.second, t('chain.second'))}
        </tbody>
      </table>
      {!chain.second && <p className="hint">{t('chain.noSecond')}</p>}
    </>
  );
}

function Verdict({ chain: { limit } }: { readonly chain: Chain }) {
  const t = useWords();
  const format = useFormat();
  if (!limit) return null;
  return (
    <p className="hint">
      <span className={limit.passed ? 'verdict good' : 'verdict bad'}>
        {t(limit.passed ? 'chain.passed' : 'chain.failed')}
      </span>
      {t('chain.clause', { limit: format.duration(60 * limit.minutes), clause: limit.clause })}
    </p>
  );
}
