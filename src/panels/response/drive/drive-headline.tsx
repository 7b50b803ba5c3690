import type { DriveAnswer, DriveReach } from '../../../analysis/drive/answer';
import { useFormat, useWords } from '../../controls/words';

/** What share is reached in the time that the code allows. */
export function DriveHeadline({ answer }: { readonly answer: DriveAnswer }) {
  const t = useWords();
  const format = useFormat();
  const { by, turnoutS } = answer.settings;
  const reach = answer.limit?.reach ?? answer.reach[answer.reach.length - 1]!;
  const limit = by === 'minutes' ? format.duration(60 * reach.threshold) : format.metres(reach.threshold);
  const basis = reach.buildings ? 'buildings' : reach.incidents ? 'incidents' : reach.keyUnits ? 'keyUnits' : 'roads';
  const share = basis === 'roads' ? reach.share : reach[basis]!.share;
  return (
    <header className="headline">
      <p className="big">
        <strong data-testid="drive-share">{format.percent(share)}</strong>
        <span>{t(`drive.within.${basis}`, { limit })}</span>
      </p>
      <p className="why">{besides(reach, basis, t, format)}</p>
      <p className="why">
        {by === 'metres'
          ? t('drive.whyMetres')
          : answer.limit
            ? t('drive.whyClause', { turnout: format.duration(turnoutS), clause: answer.limit.clause })
            : t('drive.whyMinutes', { turnout: format.duration(turnoutS) })}
      </p>
    </header>
  );
}

/** The other kinds in one line. */
function besides(
  reach: DriveReach,
  basis: string,
  t: ReturnType<typeof useWords>,
  format: ReturnType<typeof useFormat>,
): string {
  const kinds = (['incidents', 'keyUnits'] as const).filter((kind) => kind !== basis && reach[kind]);
  return [
    ...kinds.map((kind) => `${t(`drive.kind.${kind}`)} ${format.percent(reach[kind]!.share)}`),
    `${t('drive.kind.roads')} ${format.percent(reach.share)}`,
  ].join(' · ');
}
