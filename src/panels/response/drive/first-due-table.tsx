import type { DriveAnswer } from '../../../analysis/drive/answer';
import { areaRuleOf } from '../../../analysis/station-area';
import { flyToRecord } from '../../../commands/view-commands';
import { profileById } from '../../../model/standards/profiles';
import { useApp, useAppState } from '../../controls/app-context';
import { Section } from '../../controls/section';
import { useFormat, useWords } from '../../controls/words';

/** What each station reaches before all others, against the code's limits. */
export function FirstDueTable({ answer }: { readonly answer: DriveAnswer }) {
  const app = useApp();
  const t = useWords();
  const format = useFormat();
  const { limit, settings, firstDue } = answer;
  const land = useAppState(({ results }) => results.drive?.land);
  const stations = useAppState(({ plan }) => plan.plan?.records.fireStation);
  const profile = profileById(settings.profileId);
  const cell = (count: number | undefined) => (count === undefined ? '–' : format.count(count));
  return (
    <Section title={t('firstDue.title')} hint={t('firstDue.hint')}>
      <div className="scroll">
        <table className="compact wide">
          <thead>
            <tr>
              <th>{t('partition.station')}</th>
              <th>{t('partition.area')}</th>
              <th>{t('firstDue.latest')}</th>
              <th>{t('drive.kind.roads')}</th>
              <th>{t('drive.kind.buildings')}</th>
              <th>{t('firstDue.people')}</th>
              <th>{t('drive.kind.keyUnits')}</th>
              <th>{t('drive.kind.incidents')}</th>
            </tr>
          </thead>
          <tbody>
            {firstDue.map((part, k) => {
              const areaM2 = land?.areaM2[k];
              const maxM2 = 1e6 * (areaRuleOf(stations?.get(part.stationId) ?? {}, profile)?.max ?? Number.NaN);
              const late = limit !== null && part.latest !== null && part.latest > limit.minutes;
              return (
                <tr key={part.stationId}>
                  <td>
                    <button
                      type="button"
                      className="link"
                      onClick={() => flyToRecord(app, { type: 'fireStation', id: part.stationId })}
                    >
                      {part.name}
                    </button>
                  </td>
                  <td className={areaM2 !== undefined && areaM2 > maxM2 ? 'figure bad' : 'figure'}>
                    {areaM2 === undefined ? '–' : format.km2(areaM2)}
                    {Number.isFinite(maxM2) && <small>≤ {format.km2(maxM2)}</small>}
                  </td>
                  <td className={late ? 'figure bad' : 'figure'}>
                    {part.latest === null
                      ? '–'
                      : settings.by === 'minutes'
                        ? format.duration(60 * part.latest)
                        : format.metres(part.latest)}
                    {limit && part.latest !== null && <small>≤ {format.duration(60 * limit.minutes)}</small>}
                  </td>
                  <td className="figure">{format.metres(part.roadLengthM)}</td>
                  <td className="figure">{cell(part.buildings)}</td>
                  <td className="figure">{cell(part.people)}</td>
                  <td className="figure">{cell(part.keyUnits)}</td>
                  <td className="figure">{cell(part.incidents)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
