import { DEFAULT_DRIVE_SETTINGS } from '../../../analysis/drive/settings';
import { setDriveProfile, setDriveSettings } from '../../../commands/settings-commands';
import { PROFILES } from '../../../model/standards/profiles';
import { useApp, useAppState } from '../../controls/app-context';
import { NumberField } from '../../controls/number-field';
import { useWords } from '../../controls/words';
import { ThresholdsField } from '../thresholds-field';
import { SpeedTable } from './speed-table';

const THRESHOLDS = { minutes: DEFAULT_DRIVE_SETTINGS.thresholds, metres: [500, 1000, 2000, 3000] } as const;

/** What the answer along the roads rests on. */
export function DriveSettingsForm() {
  const app = useApp();
  const settings = useAppState(({ settings: all }) => all.drive);
  const language = useAppState(({ view }) => view.language);
  const t = useWords();
  return (
    <div className="settings">
      <div className="field">
        <label htmlFor="drive-profile">{t('drive.profile')}</label>
        <select
          id="drive-profile"
          value={settings.profileId}
          onChange={({ target }) => setDriveProfile(app, target.value)}
        >
          {PROFILES.map(({ id, name }) => (
            <option key={id} value={id}>
              {language === 'en' ? name.en : name.zh}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="drive-by">{t('response.by')}</label>
        <select
          id="drive-by"
          value={settings.by}
          onChange={({ target }) => {
            const by = target.value === 'metres' ? 'metres' : 'minutes';
            setDriveSettings(app, { by, thresholds: THRESHOLDS[by] });
          }}
        >
          <option value="minutes">{t('drive.minutes')}</option>
          <option value="metres">{t('drive.metres')}</option>
        </select>
      </div>
      <ThresholdsField
        key={settings.by}
        value={settings.thresholds}
        onChange={(thresholds) => setDriveSettings(app, { thresholds })}
      />
      {settings.by === 'minutes' && <TimeFields />}
      <label className="check">
        <input
          type="checkbox"
          checked={settings.oneWay === 'waive'}
          onChange={({ target }) => setDriveSettings(app, { oneWay: target.checked ? 'waive' : 'respect' })}
        />
        {t('drive.waiveOneWay')}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={settings.countPlanned}
          onChange={({ target }) => setDriveSettings(app, { countPlanned: target.checked })}
        />
        {t('response.countPlanned')}
      </label>
      {settings.by === 'minutes' && <SpeedTable />}
    </div>
  );
}

function TimeFields() {
  const app = useApp();
  const { turnoutS, speedFactor } = useAppState(({ settings }) => settings.drive);
  const t = useWords();
  return (
    <>
      <NumberField
        label={t('drive.turnout')}
        value={turnoutS}
        unit="s"
        min={0}
        max={600}
        step={5}
        onChange={(seconds) => setDriveSettings(app, { turnoutS: seconds })}
      />
      <NumberField
        label={t('drive.factor')}
        value={Math.round(100 * speedFactor)}
        unit="%"
        min={20}
        max={200}
        step={5}
        onChange={(percent) => setDriveSettings(app, { speedFactor: percent / 100 })}
      />
      <div className="field hours">
        <span>{t('drive.hours')}</span>
        <span className="choices">
          {HOURS.map(({ id, factor }) => (
            <button
              key={id}
              type="button"
              aria-pressed={speedFactor === factor}
              onClick={() => setDriveSettings(app, { speedFactor: factor })}
            >
              {t(`drive.hour.${id}`)}
            </button>
          ))}
        </span>
      </div>
    </>
  );
}

/** What traffic leaves of the speeds; a starting point until real times are fitted. */
const HOURS = [
  { id: 'night', factor: 1 },
  { id: 'day', factor: 0.85 },
  { id: 'rush', factor: 0.7 },
] as const;
