import type { DriveAnswer } from '../../analysis/drive/answer';
import type { ReachShare, ResponseAnswer } from '../../analysis/response/answer';
import { compareStations } from '../../commands/settings-commands';
import { metricOf } from '../../store/metric';
import type { AppState } from '../../store/state';
import { useApp, useAppState } from '../controls/app-context';
import { Section } from '../controls/section';
import { useFormat, useWords } from '../controls/words';

/** The stations in view against another set: what one more, or one fewer, changes. */
export function CompareStations() {
  const app = useApp();
  const plan = useAppState(({ plan: slice }) => slice.plan);
  useAppState(({ plan: slice }) => slice.revision);
  const chosen = useAppState(({ settings }) => settings.compareStationIds);
  const pair = useAppState(pairOf);
  const t = useWords();
  const format = useFormat();
  const stations = [...(plan?.records.fireStation.values() ?? [])];
  const toggle = (id: string): void => {
    const next = (chosen ?? []).includes(id) ? (chosen ?? []).filter((each) => each !== id) : [...(chosen ?? []), id];
    compareStations(app, next.length > 0 ? next : null);
  };
  if (stations.length < 2)
    return (
      <Section title={t('compare.title')} hint={t('compare.needTwo')}>
        {null}
      </Section>
    );
  return (
    <Section title={t('compare.title')} hint={t('compare.hint')}>
      <div className="checks">
        {stations.map(({ id, name }) => (
          <label key={id} className="check">
            <input type="checkbox" checked={chosen?.includes(id) ?? false} onChange={() => toggle(id)} />
            {name ?? id}
          </label>
        ))}
      </div>
      {chosen && pair && (
        <table className="compact">
          <thead>
            <tr>
              <th>{t('rings.limit')}</th>
              <th>{t('compare.these')}</th>
              <th>{t('compare.those')}</th>
              <th>Δ</th>
            </tr>
          </thead>
          <tbody>
            {pair.these.map((reach, k) => {
              const [now, then] = [basisOf(reach), basisOf(pair.those[k]!)];
              return (
                <tr key={reach.threshold}>
                  <td>
                    {reach.threshold} {pair.by === 'minutes' ? 'min' : 'm'}
                  </td>
                  <td className="figure">{format.percent(now)}</td>
                  <td className="figure">{format.percent(then)}</td>
                  <td className="figure strong">{format.points(now - then)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
}

interface Reach {
  readonly threshold: number;
  readonly share?: number;
  readonly incidents?: ReachShare;
  readonly buildings?: ReachShare;
}

interface Pair {
  readonly by: 'minutes' | 'metres';
  readonly these: readonly Reach[];
  readonly those: readonly Reach[];
}

/** The last pair made: the store asks for the same one again and again. */
let made: { readonly of: readonly unknown[]; readonly pair: Pair } | null = null;

function pairOf(state: AppState): Pair | null {
  const { response, responseCompare, drive, driveCompare } = state.results;
  const roads = metricOf(state) === 'roads';
  const [these, those] = roads ? [drive?.answer, driveCompare] : [response, responseCompare];
  if (!these || !those) return null;
  if (made?.of[0] === these && made.of[1] === those) return made.pair;
  const reachOf = (answer: DriveAnswer | ResponseAnswer): readonly Reach[] =>
    'rings' in answer ? answer.rings : answer.reach;
  const pair = { by: these.settings.by, these: reachOf(these), those: reachOf(those) };
  made = { of: [these, those], pair };
  return pair;
}

/** Incidents where there are any, else buildings, else the roads themselves. */
function basisOf({ incidents, buildings, share = 0 }: Reach): number {
  if (incidents && incidents.total > 0) return incidents.share;
  return buildings?.share ?? share;
}
