import type { DriveAnswer } from '../../../analysis/drive/answer';
import { impliedSpeedKmh } from '../../../analysis/drive/implied-speed';
import { areaRuleOf } from '../../../analysis/station-area';
import { STATION_CLASSES } from '../../../model/entities/fire-station';
import { ruleOf } from '../../../model/standards/profile';
import { profileById } from '../../../model/standards/profiles';
import { useAppState } from '../../controls/app-context';
import { Section } from '../../controls/section';
import { useFormat, useModelWords, useWords } from '../../controls/words';

/** The detour factor and the mean speed of these streets beside what the code takes for granted. */
export function MeasuredNetwork({ answer }: { readonly answer: DriveAnswer }) {
  const stations = useAppState(({ plan }) => plan.plan?.records.fireStation);
  const t = useWords();
  const name = useModelWords();
  const format = useFormat();
  const { detourFactor, meanSpeedKmh, settings } = answer;
  if (detourFactor === null) return null;
  const profile = profileById(settings.profileId);
  const range = ruleOf(profile, 'station.detourFactor');
  const travel = ruleOf(profile, 'station.travelTime')?.max;
  const classes = new Set([...(stations?.values() ?? [])].map((station) => station.class ?? 'first'));
  const implied = STATION_CLASSES.flatMap((each) => {
    const area = areaRuleOf({ class: each }, profile)?.max;
    return classes.has(each) && area && travel && range?.min && range.max
      ? [{ each, area, low: speed(area, range.min, travel), high: speed(area, range.max, travel) }]
      : [];
  });
  return (
    <Section title={t('measured.title')} hint={t('measured.hint')}>
      <table className="compact">
        <thead>
          <tr>
            <th aria-label={t('measured.figure')} />
            <th>{t('measured.here')}</th>
            <th>{t('measured.code')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{t('measured.detour')}</td>
            <td className="figure strong">{format.number(detourFactor, 2)}</td>
            <td className="figure">{range ? `${range.min}–${range.max}` : '–'}</td>
          </tr>
          {meanSpeedKmh !== null && (
            <tr>
              <td>{t('measured.speed')}</td>
              <td className="figure strong">{format.number(meanSpeedKmh, 1)} km/h</td>
              <td className="figure">
                {implied.map(({ each, area, low, high }) => (
                  <span key={each} className="line">
                    {format.number(low, 1)}–{format.number(high, 1)} km/h
                    <small>
                      {name(`fireStation.class.${each}`)} {area} km²
                    </small>
                  </span>
                ))}
                {implied.length === 0 && '–'}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  );
}

function speed(areaKm2: number, detourFactor: number, minutes: number): number {
  return impliedSpeedKmh(areaKm2 * 1e6, detourFactor, minutes);
}
