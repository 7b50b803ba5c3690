import type { HoseSummary } from '../../../analysis/hose/answer';
import { WATER_VERDICTS } from '../../../analysis/hose/judge';
import { Section } from '../../controls/section';
import { useFormat, useWords } from '../../controls/words';

/** Why buildings pass or fail the measure of water. */
export function VerdictTable({ summary: { totals, dataGaps } }: { readonly summary: HoseSummary }) {
  const t = useWords();
  const format = useFormat();
  return (
    <Section title={t('water.verdicts')}>
      <table className="compact">
        <tbody>
          {WATER_VERDICTS.filter((verdict) => totals.byVerdict[verdict] > 0).map((verdict) => (
            <tr key={verdict}>
              <td>{t(`water.verdict.${verdict}`)}</td>
              <td className="figure">{format.count(totals.byVerdict[verdict])}</td>
              <td className="figure">{format.percent(totals.byVerdict[verdict] / totals.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {dataGaps.withoutUse + dataGaps.withoutSize > 0 && (
        <p className="hint">
          {t('water.dataGaps', { use: format.count(dataGaps.withoutUse), size: format.count(dataGaps.withoutSize) })}
        </p>
      )}
    </Section>
  );
}
