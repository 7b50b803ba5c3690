import type { SpeedFit } from '../../../analysis/drive/times/speed-fit';
import { setDriveSettings } from '../../../commands/settings-commands';
import { ROAD_CLASSES } from '../../../model/entities/road-segment';
import { useApp, useAppState } from '../../controls/app-context';
import { ShareBars } from '../../controls/share-bars';
import { useFormat, useModelWords, useWords } from '../../controls/words';

interface Props {
  readonly fit: SpeedFit;
  readonly onUse: (fit: SpeedFit) => void;
}

/** The speeds that explain the recorded runs, how well they do, and one click to use them. */
export function SpeedFitView({ fit, onUse }: Props) {
  const present = useAppState(({ settings }) => settings.drive.speedKmh);
  const t = useWords();
  const name = useModelWords();
  const format = useFormat();
  return (
    <>
      <h4>{t('fit.title')}</h4>
      <dl className="facts">
        <div>
          <dt>R²</dt>
          <dd data-testid="fit-r2">{format.number(fit.r2, 2)}</dd>
        </div>
        <div>
          <dt>{t('fit.median')}</dt>
          <dd>{format.duration(fit.medianErrorS)}</dd>
        </div>
        <div>
          <dt>{t('fit.p90')}</dt>
          <dd>{format.duration(fit.p90ErrorS)}</dd>
        </div>
      </dl>
      <p className="hint">
        {t('fit.why', {
          used: format.count(fit.used),
          left: format.count(fit.left),
          before: format.duration(fit.present.medianErrorS),
          fixed: format.duration(fit.fixedS),
        })}
      </p>
      <table className="compact">
        <thead>
          <tr>
            <th>{t('fit.class')}</th>
            <th>{t('fit.now')}</th>
            <th>{t('fit.fitted')}</th>
          </tr>
        </thead>
        <tbody>
          {ROAD_CLASSES.filter((each) => fit.fitted.includes(each)).map((each) => (
            <tr key={each}>
              <td>{name(`roadSegment.class.${each}`)}</td>
              <td className="figure">{format.number(present[each], 1)} km/h</td>
              <td className="figure strong">{format.number(fit.speedKmh[each], 1)} km/h</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShareBars
        title={t('fit.byHour')}
        bars={fit.byHour.map(({ hour, factor, runs }) => ({
          label: String(hour),
          share: factor,
          title: t('fit.hour', { hour, factor: format.percent(factor), runs: format.count(runs) }),
        }))}
      />
      <HourChoice byHour={fit.byHour} />
      <div className="buttons">
        <button type="button" className="primary" onClick={() => onUse(fit)}>
          {t('fit.use')}
        </button>
      </div>
    </>
  );
}

/** Answers for the traffic of one hour: the share of the speeds that its runs bear out. */
function HourChoice({ byHour }: Pick<SpeedFit, 'byHour'>) {
  const app = useApp();
  const factor = useAppState(({ settings }) => settings.drive.speedFactor);
  const t = useWords();
  const format = useFormat();
  const shares = byHour.map(({ hour, factor: share }) => ({ hour, share: Math.round(100 * share) / 100 }));
  if (shares.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor="fit-hour">{t('fit.choose')}</label>
      <select
        id="fit-hour"
        value={factor === 1 ? '' : (shares.find(({ share }) => share === factor)?.hour ?? '')}
        onChange={({ target }) => {
          const chosen = shares.find(({ hour }) => String(hour) === target.value);
          setDriveSettings(app, { speedFactor: chosen?.share ?? 1 });
        }}
      >
        <option value="">{t('fit.allDay')}</option>
        {shares.map(({ hour, share }) => (
          <option key={hour} value={hour}>
            {t('fit.hourShare', { hour, factor: format.percent(share) })}
          </option>
        ))}
      </select>
    </div>
  );
}
