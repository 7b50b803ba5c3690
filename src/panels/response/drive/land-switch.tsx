import { setLandBy } from '../../../commands/view-commands';
import { useApp, useAppState } from '../../controls/app-context';
import { useFormat, useWords } from '../../controls/words';

const WAYS = ['time', 'station'] as const;

/** What the map tells the land along the roads apart by. */
export function LandSwitch() {
  const app = useApp();
  const landBy = useAppState(({ view }) => view.landBy);
  const servedM2 = useAppState(({ results }) => results.drive?.land?.servedM2);
  const frontageM = useAppState(({ settings }) => settings.drive.frontageM);
  const t = useWords();
  const format = useFormat();
  return (
    <div className="section">
      <fieldset className="switch">
        <legend>{t('land.title')}</legend>
        {WAYS.map((each) => (
          <label key={each} className={landBy === each ? 'on' : ''}>
            <input type="radio" name="land" checked={landBy === each} onChange={() => setLandBy(app, each)} />
            {t(`land.by.${each}`)}
          </label>
        ))}
      </fieldset>
      <p className="hint">
        {servedM2 === undefined
          ? t('land.tooMany')
          : t(`land.why.${landBy}`, { area: format.km2(servedM2), frontage: format.metres(frontageM) })}
      </p>
    </div>
  );
}
