import { compareStations } from '../../commands/settings-commands';
import { useApp, useAppState } from '../controls/app-context';
import { Section } from '../controls/section';
import { useFormat, useWords } from '../controls/words';

/** The stations in view against another set: what one more, or one fewer, changes. */
export function CompareStations() {
  const app = useApp();
  const plan = useAppState(({ plan: slice }) => slice.plan);
  useAppState(({ plan: slice }) => slice.revision);
  const chosen = useAppState(({ settings }) => settings.compareStationIds);
  const answer = useAppState(({ results }) => results.response);
  const other = useAppState(({ results }) => results.responseCompare);
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
      {chosen && answer && other && (
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
            {answer.rings.map((ring, k) => {
              const now = ring.incidents.total > 0 ? ring.incidents.share : ring.buildings.share;
              const against = other.rings[k]!;
              const then = against.incidents.total > 0 ? against.incidents.share : against.buildings.share;
              return (
                <tr key={ring.threshold}>
                  <td>
                    {ring.threshold} {answer.settings.by === 'minutes' ? 'min' : 'm'}
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
