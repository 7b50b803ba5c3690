import { useAppState } from '../controls/app-context';
import { useWords } from '../controls/words';

const SIDES = ['none', 'engine', 'water', 'both'] as const;

/** What the colours and outlines of the buildings mean: which side fails. */
export function WaterLegend() {
  const joint = useAppState(({ results }) => results.water?.joint);
  const ready = useAppState(({ results }) => results.water !== null);
  const t = useWords();
  if (!ready) return null;
  const shown = joint ? SIDES : (['none', 'water'] as const);
  return (
    <div className="legend-ramp">
      <strong>{t(joint ? 'water.joint' : 'water.title')}</strong>
      <ul>
        {shown.map((side) => (
          <li key={side}>
            <i className={`side side-${side}`} /> {t(`water.side.${side}`)}
          </li>
        ))}
        <li>
          <i className="side crow" /> {t('water.crowOnly')}
        </li>
      </ul>
    </div>
  );
}
