import { setResponseSettings } from '../../commands/settings-commands';
import { useApp, useAppState } from '../controls/app-context';
import { NumberField } from '../controls/number-field';
import { useWords } from '../controls/words';
import { ThresholdsField } from './thresholds-field';

const DEFAULTS = { minutes: [3, 4, 5, 8], metres: [500, 1000, 2000, 3000] } as const;

export function ResponseSettingsForm() {
  const app = useApp();
  const settings = useAppState(({ settings: all }) => all.response);
  const t = useWords();
  return (
    <div className="settings">
      <div className="field">
        <label htmlFor="by">{t('response.by')}</label>
        <select
          id="by"
          value={settings.by}
          onChange={({ target }) => {
            const by = target.value === 'metres' ? 'metres' : 'minutes';
            setResponseSettings(app, { by, thresholds: DEFAULTS[by] });
          }}
        >
          <option value="minutes">{t('response.minutes')}</option>
          <option value="metres">{t('response.metres')}</option>
        </select>
      </div>
      <ThresholdsField
        key={settings.by}
        value={settings.thresholds}
        onChange={(thresholds) => setResponseSettings(app, { thresholds })}
      />
      {settings.by === 'minutes' && (
        <>
          <NumberField
            label={t('response.speed')}
            value={settings.speedKmh}
            unit="km/h"
            min={5}
            max={120}
            onChange={(speedKmh) => setResponseSettings(app, { speedKmh })}
          />
          <NumberField
            label={t('response.factor')}
            value={settings.detourFactor}
            unit="λ"
            min={1}
            max={3}
            step={0.05}
            onChange={(detourFactor) => setResponseSettings(app, { detourFactor })}
          />
        </>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={settings.countPlanned}
          onChange={({ target }) => setResponseSettings(app, { countPlanned: target.checked })}
        />
        {t('response.countPlanned')}
      </label>
    </div>
  );
}
