import { FRACTILE_MINUTES, type Performance, type PerformanceAnswer } from '../../../analysis/drive/times/performance';
import { ShareBars } from '../../controls/share-bars';
import { useFormat, useWords } from '../../controls/words';

/** The share of bars: runs within this many minutes of the call. */
const BAR_MINUTES = 1;

/** Fractiles of the recorded runs: all of them, by subdistrict, hour and month. */
export function PerformanceView({ performance }: { readonly performance: PerformanceAnswer }) {
  const t = useWords();
  const format = useFormat();
  const { all, bySubdistrict, byHour, byMonth, withoutTimes } = performance;
  if (!all) return <p className="hint">{t('times.none')}</p>;
  const minutes = FRACTILE_MINUTES[BAR_MINUTES];
  const bars = (list: readonly (Performance & { readonly label: string })[]) =>
    list.map(({ label, within, runs, p90S }) => ({
      label,
      share: within[BAR_MINUTES]!,
      title: t('times.bar', {
        label,
        share: format.percent(within[BAR_MINUTES]!),
        minutes,
        runs: format.count(runs),
        p90: format.duration(p90S),
      }),
    }));
  return (
    <>
      <table className="compact">
        <thead>
          <tr>
            <th>{t('times.from')}</th>
            {FRACTILE_MINUTES.map((each) => (
              <th key={each}>≤ {each} min</th>
            ))}
            <th>{t('times.p90')}</th>
          </tr>
        </thead>
        <tbody>
          {[{ id: '', name: t('times.all'), ...all }, ...bySubdistrict].map(({ id, name, within, p90S, runs }) => (
            <tr key={id}>
              <td>
                {name}
                <small className="line">{t('times.runs', { count: runs, text: format.count(runs) })}</small>
              </td>
              {within.map((share, k) => (
                <td key={FRACTILE_MINUTES[k]} className="figure">
                  {format.percent(share)}
                </td>
              ))}
              <td className="figure">{format.duration(p90S)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShareBars
        title={t('times.byHour', { minutes })}
        bars={bars(byHour.map((each) => ({ ...each, label: String(each.hour) })))}
      />
      <ShareBars
        title={t('times.byMonth', { minutes })}
        bars={bars(byMonth.map((each) => ({ ...each, label: each.month })))}
      />
      {withoutTimes > 0 && <p className="hint">{t('times.without', { text: format.count(withoutTimes) })}</p>}
    </>
  );
}
