import type { ReachShare, ResponseAnswer } from '../../analysis/response/answer';
import { setResponseSettings } from '../../commands/settings-commands';
import { useApp, useAppState } from '../controls/app-context';
import { Section } from '../controls/section';
import { useFormat, useWords } from '../controls/words';
import { CompareStations } from './compare-stations';
import { NoResponse } from './no-response';
import { PartitionTable } from './partition-table';
import { ResponseSettingsForm } from './response-settings-form';

/** Who is in reach of a station, as the crow flies with a detour factor. */
export function RadiusResponse() {
  const app = useApp();
  const answer = useAppState(({ results }) => results.response);
  const issue = useAppState(({ results }) => results.responseIssue);
  const t = useWords();
  if (issue)
    return <NoResponse issue={issue} onCountPlanned={() => setResponseSettings(app, { countPlanned: true })} />;
  if (!answer) return <p className="waiting">{t('response.waiting')}</p>;
  return (
    <>
      <Headline answer={answer} />
      <ResponseSettingsForm />
      <RingTable answer={answer} />
      <CompareStations />
      <PartitionTable answer={answer} />
    </>
  );
}

/** The answer at the code's arrival time: five minutes from the order, four of them driving. */
function Headline({ answer }: { readonly answer: ResponseAnswer }) {
  const t = useWords();
  const format = useFormat();
  const { by, thresholds, speedKmh, detourFactor } = answer.settings;
  const four = by === 'minutes' ? answer.rings.find(({ threshold }) => threshold === 4) : undefined;
  const ring = four ?? answer.rings[answer.rings.length - 1]!;
  const limit = by === 'minutes' ? `${ring.threshold} min` : format.metres(thresholds[thresholds.length - 1]!);
  const basis = ring.incidents.total > 0 ? ring.incidents : ring.buildings;
  return (
    <header className="headline">
      <p className="big">
        <strong data-testid="reach-share">{format.percent(basis.share)}</strong>
        <span>{t(ring.incidents.total > 0 ? 'response.incidentsWithin' : 'response.buildingsWithin', { limit })}</span>
      </p>
      <p className="why">
        {by === 'minutes'
          ? t('response.whyMinutes', { reach: format.metres(ring.radiusM), speed: speedKmh, factor: detourFactor })
          : t('response.whyMetres')}
      </p>
    </header>
  );
}

function RingTable({ answer }: { readonly answer: ResponseAnswer }) {
  const t = useWords();
  const format = useFormat();
  // A share of nothing is no figure.
  const share = ({ within, total, share: part }: ReachShare) => (
    <td className="figure">
      {total > 0 ? format.percent(part) : '–'}
      {total > 0 && <small>{format.count(within)}</small>}
    </td>
  );
  return (
    <Section title={t('rings.title')}>
      <div className="scroll">
        <table className="compact">
          <thead>
            <tr>
              <th>{t('rings.limit')}</th>
              <th>{t('rings.reach')}</th>
              <th>{t('rings.area')}</th>
              <th>{t('rings.buildings')}</th>
              <th>{t('rings.units')}</th>
              <th>{t('rings.incidents')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.rings.map((ring, step) => (
              <tr key={ring.threshold}>
                <td>
                  <i className={`swatch time-${Math.min(step, 4)}`} />
                  {ring.threshold} {answer.settings.by === 'minutes' ? 'min' : 'm'}
                </td>
                <td className="figure">{format.metres(ring.radiusM)}</td>
                <td className="figure">{format.percent(ring.areaShare)}</td>
                {share(ring.buildings)}
                {share(ring.keyUnits)}
                {share(ring.incidents)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
