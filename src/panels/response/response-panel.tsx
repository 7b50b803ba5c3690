import { setMetric } from '../../commands/settings-commands';
import { metricOf } from '../../store/metric';
import { useApp, useAppState } from '../controls/app-context';
import { useWords } from '../controls/words';
import { DriveResponse } from './drive/drive-response';
import { RadiusResponse } from './radius-response';
import { WaterResponse } from './water/water-response';

const METRICS = ['roads', 'water', 'radius'] as const;

const VIEWS = { roads: DriveResponse, water: WaterResponse, radius: RadiusResponse } as const;

/** Who arrives when, along the roads or in straight lines where there are none; and what water a hose brings there. */
export function ResponsePanel() {
  const app = useApp();
  const metric = useAppState(metricOf);
  const t = useWords();
  const View = VIEWS[metric];
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
      <View />
    </>
  );
}
