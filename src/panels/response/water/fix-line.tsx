import type { BuildingWater } from '../../../analysis/hose/answer';
import { useAppState } from '../../controls/app-context';
import { useWords } from '../../controls/words';

/** The cheapest thing that gives the building enough water. */
export function FixLine({ water: { fix, verdict } }: { readonly water: BuildingWater }) {
  const hydrants = useAppState(({ plan }) => plan.plan?.records.hydrant);
  const t = useWords();
  if (verdict === 'passes') return null;
  if (!fix) return <p className="hint">{t('water.fix.none')}</p>;
  const names = 'hydrantIds' in fix ? fix.hydrantIds.map((id) => hydrants?.get(id)?.number ?? id).join(', ') : '';
  return (
    <p data-testid="water-fix">
      <strong>{t('water.fix.title')}</strong>{' '}
      {fix.kind === 'newHydrant'
        ? t('water.fix.newHydrant', { number: fix.count })
        : t(`water.fix.${fix.kind}`, { names })}
    </p>
  );
}
