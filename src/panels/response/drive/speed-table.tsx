import { DEFAULT_SPEED_KMH } from '../../../analysis/drive/settings';
import { setDriveSettings } from '../../../commands/settings-commands';
import { ROAD_CLASSES } from '../../../model/entities/road-segment';
import { useApp, useAppState } from '../../controls/app-context';
import { NumberField } from '../../controls/number-field';
import { useModelWords, useWords } from '../../controls/words';

/** Mean speed of an engine by road class, each editable. */
export function SpeedTable() {
  const app = useApp();
  const { speedKmh, roadSpeeds, microKmh, microReadyS } = useAppState(({ settings }) => settings.drive);
  const name = useModelWords();
  const t = useWords();
  return (
    <details className="speeds">
      <summary>{t('drive.speeds')}</summary>
      <p className="hint">{t('drive.speedsHint')}</p>
      <div className="fields">
        {ROAD_CLASSES.map((each) => (
          <NumberField
            key={each}
            label={name(`roadSegment.class.${each}`)}
            value={speedKmh[each]}
            unit="km/h"
            min={0}
            max={130}
            onChange={(speed) => setDriveSettings(app, { speedKmh: { ...speedKmh, [each]: speed } })}
          />
        ))}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={roadSpeeds}
          onChange={({ target }) => setDriveSettings(app, { roadSpeeds: target.checked })}
        />
        {t('drive.roadSpeeds')}
      </label>
      <div className="fields">
        <NumberField
          label={t('drive.microSpeed')}
          value={microKmh}
          unit="km/h"
          min={3}
          max={25}
          onChange={(speed) => setDriveSettings(app, { microKmh: speed })}
        />
        <NumberField
          label={t('drive.microReady')}
          value={microReadyS}
          unit="s"
          min={0}
          max={300}
          step={5}
          onChange={(seconds) => setDriveSettings(app, { microReadyS: seconds })}
        />
      </div>
      <div className="buttons">
        <button type="button" onClick={() => setDriveSettings(app, { speedKmh: DEFAULT_SPEED_KMH, roadSpeeds: false })}>
          {t('drive.speedsDefault')}
        </button>
      </div>
    </details>
  );
}
