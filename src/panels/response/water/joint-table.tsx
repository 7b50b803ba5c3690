import type { WaterView } from '../../../worker/water-desk';
import { Section } from '../../controls/section';
import { useFormat, useSentence, useWords } from '../../controls/words';

const SIDES = ['none', 'engine', 'water', 'both'] as const;

/** An engine in time and enough water: how many buildings have both, and which side the others lack. */
export function JointTable({ view: { joint, jointIssue, summary } }: { readonly view: WaterView }) {
  const say = useSentence();
  const t = useWords();
  const format = useFormat();
  if (!joint)
    return (
      <Section title={t('water.joint')}>
        <p className="hint">{jointIssue ? `${say(jointIssue)}${t('water.alone')}` : t('water.noLimit')}</p>
      </Section>
    );
  const { limitS, clause } = joint.limit;
  return (
    <Section title={t('water.joint')} hint={t('water.jointHint', { limit: format.duration(limitS), clause })}>
      <table className="compact" data-testid="joint">
        <tbody>
          {SIDES.map((side) => (
            <tr key={side}>
              <td>
                <i className={`side side-${side}`} /> {t(`water.side.${side}`)}
              </td>
              <td className="figure">{format.count(joint.totals[side])}</td>
              <td className="figure">{format.percent(joint.totals[side] / summary.totals.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
