import type { HoseSummary } from '../../../analysis/hose/answer';
import { useFormat, useWords } from '../../controls/words';

/** What share of the buildings has enough water by hose, and how the code counts that. */
export function WaterHeadline({ summary: { totals, measure } }: { readonly summary: HoseSummary }) {
  const t = useWords();
  const format = useFormat();
  return (
    <header className="headline">
      <p className="big">
        <strong data-testid="water-share">{format.percent(totals.byVerdict.passes / totals.total)}</strong>
        <span>{t('water.enough')}</span>
      </p>
      <p className="why">
        {t(`water.measure.${measure.kind}`, { within: format.metres(measure.withinM), clause: measure.clause })}
      </p>
    </header>
  );
}
