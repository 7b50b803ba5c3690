import { setMetric } from '../../commands/settings-commands';
import { metricOf } from '../../store/metric';
import { useApp, useAppState } from '../controls/app-context';
import { useWords } from '../controls/words';
import { DriveResponse } from './drive/drive-response';
import { RadiusResponse } from './radius-response';

const METRICS = ['roads', 'radius'] as const;

/** Who arrives when: along the roads, or in straight lines where there are none. */
export function ResponsePanel() {
  const app = useApp();
  const metric = useAppState(metricOf);
  const t = useWords();
  return (
    <>
      <fieldset className="switch">
        <legend>{t('response.metric')}</legend>
        {METRICS.map((each) => (
          <label key={each} className={metric === each ? 'on' : ''}>
            <input type="radio" name="metric" checked={metric === each} onChange={() => setMetric(app, each)} />
            {t(`response.metrics.${each}`)}
          </label>
        ))}
      </fieldset>
      {metric === 'roads' ? <DriveResponse /> : <RadiusResponse />}
    </>
  );
}
