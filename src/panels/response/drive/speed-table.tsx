import { DEFAULT_SPEED_KMH } from '../../../analysis/drive/settings';
import { setDriveSettings } from '../../../commands/settings-commands';
import { ROAD_CLASSES } from '../../../model/entities/road-segment';
import { useApp, useAppState } from '../../controls/app-context';
import { NumberField } from '../../controls/number-field';
import { useModelWords, useWords } from '../../controls/words';

/** Mean speed of an engine by road class, each editable. */
export function SpeedTable() {
  const app = useApp();
  const { speedKmh, roadSpeeds } = useAppState(({ settings }) => settings.drive);
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
      <div className="buttons">
        <button type="button" onClick={() => setDriveSettings(app, { speedKmh: DEFAULT_SPEED_KMH, roadSpeeds: false })}>
          {t('drive.speedsDefault')}
        </button>
      </div>
    </details>
  );
}
