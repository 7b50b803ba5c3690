import { metricOf } from '../../store/metric';
import { useAppState } from '../controls/app-context';
import { useWords } from '../controls/words';

/** What the colours of the roads mean: bands of the first engine's arrival. */
export function FirstDueLegend() {
  const settings = useAppState(({ results }) => results.drive?.answer.settings);
  const roads = useAppState((state) => metricOf(state) === 'roads');
  const { landBy, showApart } = useAppState(({ view }) => view);
  const t = useWords();
  if (!settings || !roads) return null;
  const { thresholds, by } = settings;
  const limit = (value: number): string => `${value} ${by === 'minutes' ? 'min' : 'm'}`;
  const last = thresholds[thresholds.length - 1]!;
  return (
    <div className="legend-ramp">
      <strong>{t('legend.firstDue')}</strong>
      <ul>
        {thresholds.map((threshold, step) => (
          <li key={threshold}>
            <i className={`band time-${Math.min(step, 4)}`} /> {t('legend.upTo', { limit: limit(threshold) })}
          </li>
        ))}
        <li>
          <i className={`band time-${Math.min(thresholds.length, 4)}`} /> {t('legend.beyond', { limit: limit(last) })}
        </li>
        <li>
          <i className="band dashed" /> {t('legend.unreached')}
        </li>
        {landBy === 'station' && (
          <li>
            <i className="band border" /> {t('legend.border')}
          </li>
        )}
        {showApart && (
          <li>
            <i className="band apart" /> {t('legend.apart')}
          </li>
        )}
      </ul>
    </div>
  );
}
