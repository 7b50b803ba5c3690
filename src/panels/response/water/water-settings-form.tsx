import { HOSE_KINDS } from '../../../analysis/hose/friction';
import { setHoseKind, setHoseSettings } from '../../../commands/settings-commands';
import { PROFILES } from '../../../model/standards/profiles';
import { useApp, useAppState } from '../../controls/app-context';
import { NumberField } from '../../controls/number-field';
import { useWords } from '../../controls/words';
import { FlowTableView } from './flow-table-view';

/** What the answer about hose and water rests on. */
export function WaterSettingsForm() {
  const app = useApp();
  const settings = useAppState(({ settings: all }) => all.hose);
  const language = useAppState(({ view }) => view.language);
  const t = useWords();
  return (
    <div className="settings">
      <div className="field">
        <label htmlFor="hose-profile">{t('water.profile')}</label>
        <select
          id="hose-profile"
          value={settings.profileId}
          onChange={({ target }) => setHoseSettings(app, { profileId: target.value })}
        >
          {PROFILES.map(({ id, name }) => (
            <option key={id} value={id}>
              {language === 'en' ? name.en : name.zh}
            </option>
          ))}
        </select>
      </div>
      <NumberField
        label={t('water.carried')}
        value={settings.carriedM}
        unit="m"
        min={20}
        max={3000}
        step={20}
        onChange={(carriedM) => setHoseSettings(app, { carriedM })}
      />
      <div className="field">
        <label htmlFor="hose-kind">{t('water.hose')}</label>
        <select
          id="hose-kind"
          value={settings.hose.diameterMm}
          onChange={({ target }) => setHoseKind(app, Number(target.value))}
        >
          {HOSE_KINDS.map(({ diameterMm }) => (
            <option key={diameterMm} value={diameterMm}>
              DN {diameterMm}
            </option>
          ))}
        </select>
      </div>
      <NumberField
        label={t('water.line')}
        value={settings.lineLps}
        unit="L/s"
        min={1}
        max={100}
        onChange={(lineLps) => setHoseSettings(app, { lineLps })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={settings.assumeFlow}
          onChange={({ target }) => setHoseSettings(app, { assumeFlow: target.checked })}
        />
        {t('water.assumeFlow')}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={settings.countPlanned}
          onChange={({ target }) => setHoseSettings(app, { countPlanned: target.checked })}
        />
        {t('water.countPlanned')}
      </label>
      <FlowTableView />
    </div>
  );
}
