import { useState } from 'react';
import { setResponseSettings } from '../../commands/settings-commands';
import { useApp, useAppState } from '../controls/app-context';
import { NumberField } from '../controls/number-field';
import { useWords } from '../controls/words';

const DEFAULTS = { minutes: [3, 4, 5, 8], metres: [500, 1000, 2000, 3000] } as const;

export function ResponseSettingsForm() {
  const app = useApp();
  const settings = useAppState(({ settings: all }) => all.response);
  const [typed, setTyped] = useState<string | null>(null);
  const t = useWords();
  const thresholds = typed ?? settings.thresholds.join(', ');
  const parsed = parseThresholds(thresholds);
  return (
    <div className="settings">
      <div className="field">
        <label htmlFor="by">{t('response.by')}</label>
        <select
          id="by"
          value={settings.by}
          onChange={({ target }) => {
            const by = target.value === 'metres' ? 'metres' : 'minutes';
            setTyped(null);
            setResponseSettings(app, { by, thresholds: DEFAULTS[by] });
          }}
        >
          <option value="minutes">{t('response.minutes')}</option>
          <option value="metres">{t('response.metres')}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="thresholds">{t('response.thresholds')}</label>
        <input
          id="thresholds"
          value={thresholds}
          aria-invalid={parsed === null}
          onChange={({ target }) => {
            setTyped(target.value);
            const next = parseThresholds(target.value);
            if (next) setResponseSettings(app, { thresholds: next });
          }}
          onBlur={() => setTyped(null)}
        />
      </div>
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

/** One to five ascending numbers above 0; null when the text is something else. */
export function parseThresholds(text: string): number[] | null {
  const values = text
    .split(/[,，、\s]+/)
    .filter(Boolean)
    .map(Number);
  const fit = values.length >= 1 && values.length <= 5 && values.every((value) => value > 0 && Number.isFinite(value));
  return fit ? [...new Set(values)].sort((a, b) => a - b) : null;
}
