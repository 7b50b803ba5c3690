import type { HoseSummary } from '../../../analysis/hose/answer';
import { Section } from '../../controls/section';
import { useFormat, useWords } from '../../controls/words';

/** How many buildings a hose reaches, and how many only the crow. */
export function LayTable({ summary, pumped }: { readonly summary: HoseSummary; readonly pumped: number }) {
  const t = useWords();
  const format = useFormat();
  const { totals, settings, radiusM, streets, hydrants } = summary;
  const rows: readonly (readonly [string, number])[] = [
    [t('water.inCarried', { metres: format.metres(settings.carriedM) }), totals.inCarried],
    ...totals.within.map(
      ({ withinM, buildings }) => [t('water.within', { metres: format.metres(withinM) }), buildings] as const,
    ),
    [t('water.pumped'), pumped],
    [t('water.crow', { metres: format.metres(radiusM) }), totals.crow],
    [t('water.crowOnly'), totals.crowOnly],
  ];
  return (
    <Section
      title={t('water.lay')}
      hint={t('water.streets', { reached: format.metres(streets.reachedM), all: format.metres(streets.lengthM) })}
    >
      <table className="compact">
        <tbody>
          {rows.map(([label, buildings]) => (
            <tr key={label}>
              <td>{label}</td>
              <td className="figure">{format.count(buildings)}</td>
              <td className="figure">{format.percent(buildings / totals.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">
        {t('water.hydrants', {
          counted: format.count(hydrants.counted),
          all: format.count(hydrants.total),
          unmeasured: format.count(hydrants.withoutFlow.length),
          off: format.count(hydrants.offStreet.length),
          metres: format.metres(settings.hydrantMaxM),
        })}
      </p>
    </Section>
  );
}
