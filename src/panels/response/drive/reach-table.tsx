import type { DriveAnswer, DriveReach } from '../../../analysis/drive/answer';
import type { ReachShare } from '../../../analysis/response/answer';
import { Section } from '../../controls/section';
import { useFormat, useWords } from '../../controls/words';

const KINDS = ['buildings', 'keyUnits', 'incidents'] as const;

/** Shares within each threshold by the first engine, and by a second one too. */
export function ReachTable({ answer }: { readonly answer: DriveAnswer }) {
  const t = useWords();
  const format = useFormat();
  const kinds = KINDS.filter((kind) => answer.reach[0]![kind]);
  const several = answer.stations.length > 1;
  const missed = kinds.flatMap((kind) => {
    const { total, within } = answer.reached[kind]!;
    return total > within ? [`${t(`drive.kind.${kind}`)} ${format.count(total - within)}`] : [];
  });
  const unreached = [...(answer.unreachedM >= 1 ? [format.metres(answer.unreachedM)] : []), ...missed].join(' · ');
  return (
    <Section title={t('drive.reach')} hint={several ? t('drive.reachHint') : t('drive.reachHintOne')}>
      <div className="scroll">
        <table className="compact">
          <thead>
            <tr>
              <th>{t('rings.limit')}</th>
              <th>{t('drive.kind.roads')}</th>
              {kinds.map((kind) => (
                <th key={kind}>{t(`drive.kind.${kind}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.reach.map((reach, step) => (
              <tr key={reach.threshold}>
                <td>
                  <i className={`swatch time-${Math.min(step, 4)}`} />
                  {reach.threshold} {answer.settings.by === 'minutes' ? 'min' : 'm'}
                </td>
                <td className="figure">
                  {format.percent(reach.share)}
                  <small>{format.metres(reach.roadLengthM)}</small>
                </td>
                {kinds.map((kind) => (
                  <Shares key={kind} first={reach[kind]!} second={several ? secondOf(reach, kind) : undefined} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unreached && <p className="hint">{t('drive.unreached', { what: unreached })}</p>}
    </Section>
  );
}

function secondOf({ second }: DriveReach, kind: (typeof KINDS)[number]): ReachShare | undefined {
  return second[kind];
}

function Shares({ first, second }: { readonly first: ReachShare; readonly second: ReachShare | undefined }) {
  const format = useFormat();
  return (
    <td className="figure">
      {format.percent(first.share)}
      <small>{second ? `2: ${format.percent(second.share)}` : format.count(first.within)}</small>
    </td>
  );
}
