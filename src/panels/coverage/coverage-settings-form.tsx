import { useState } from 'react';
import { setCoverageSettings } from '../../commands/settings-commands';
import { ruleOf } from '../../model/standards/profile';
import { PROFILES, profileById } from '../../model/standards/profiles';
import { useApp, useAppState } from '../controls/app-context';
import { NumberField } from '../controls/number-field';
import { useWords } from '../controls/words';
import { RuleSheet } from './rule-sheet';

export function CoverageSettingsForm() {
  const app = useApp();
  const settings = useAppState(({ settings: all }) => all.coverage);
  const language = useAppState(({ view }) => view.language);
  const [sheet, setSheet] = useState(false);
  const t = useWords();
  const profile = profileById(settings.profileId);
  const limit = ruleOf(profile, 'hydrant.radius');
  return (
    <div className="settings narrow-first">
      <NumberField
        label={t('coverage.radius')}
        value={settings.radiusM}
        unit="m"
        min={1}
        max={2000}
        onChange={(radiusM) => setCoverageSettings(app, { radiusM })}
      />
      <div className="field">
        <label htmlFor="profile">{t('coverage.profile')}</label>
        <select
          id="profile"
          value={settings.profileId}
          onChange={({ target }) => {
            const radiusM = ruleOf(profileById(target.value), 'hydrant.radius')?.max ?? settings.radiusM;
            setCoverageSettings(app, { profileId: target.value, radiusM });
          }}
        >
          {PROFILES.map(({ id, name }) => (
            <option key={id} value={id}>
              {language === 'en' ? name.en : name.zh}
            </option>
          ))}
        </select>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={settings.ownRadii}
          onChange={({ target }) => setCoverageSettings(app, { ownRadii: target.checked })}
        />
        {t('coverage.ownRadii')}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={settings.countPlanned}
          onChange={({ target }) => setCoverageSettings(app, { countPlanned: target.checked })}
        />
        {t('coverage.countPlanned')}
      </label>
      <p className="clause">
        {limit && t('coverage.clause', { clause: limit.clause, limit: limit.max })}{' '}
        <button type="button" className="link" onClick={() => setSheet(true)}>
          {t('coverage.rules')}
        </button>
      </p>
      {sheet && <RuleSheet profile={profile} onClose={() => setSheet(false)} />}
    </div>
  );
}
