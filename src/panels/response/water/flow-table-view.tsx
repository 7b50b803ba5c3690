import { type FlowRow, flowTableOf } from '../../../analysis/hose/flow-tables';
import { useAppState } from '../../controls/app-context';
import { useFormat, useModelWords, useWords } from '../../controls/words';

const UNITS = { volumeM3: 'm³', floors: '', footprintM2: 'm²' } as const;

/** The needed flows that the answer uses, row by row with clause, and whether somebody checked them against the code. */
export function FlowTableView() {
  const profileId = useAppState(({ settings }) => settings.hose.profileId);
  const t = useWords();
  const name = useModelWords();
  return (
    <details className="speeds">
      <summary>{t('water.flows')}</summary>
      <p className="hint">{t('water.flowsHint')}</p>
      <table className="compact">
        <tbody>
          {flowTableOf(profileId).map((row) => (
            <tr key={row.uses.join()}>
              <td>
                {row.uses
                  .map((use) => (use === 'unknown' ? t('water.useUnknown') : name(`building.use.${use}`)))
                  .join(' ')}
                <small className="line">
                  {row.clause} · {t(row.verified ? 'water.verified' : 'water.unverified')}
                </small>
              </td>
              <td className="figure">
                <Steps row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Steps({ row: { steps, by } }: { readonly row: FlowRow }) {
  const t = useWords();
  const format = useFormat();
  return steps.map(({ upTo, flowLps }, k) => {
    const flow = `${format.number(flowLps, 0)} L/s`;
    const size = (value: number): string => `${format.count(value)} ${by === 'floors' ? t('water.floors') : UNITS[by]}`;
    if (steps.length === 1) return <span key={upTo}>{flow}</span>;
    const limit = Number.isFinite(upTo) ? `≤ ${size(upTo)}` : `> ${size(steps[k - 1]!.upTo)}`;
    return (
      <span key={upTo} className="line">
        {limit}: {flow}
      </span>
    );
  });
}
