import type { Gap } from '../../analysis/coverage/answer';
import { hoverGap, selectGap } from '../../commands/selection-commands';
import { useApp, useAppState } from '../controls/app-context';
import { Section } from '../controls/section';
import { VirtualList } from '../controls/virtual-list';
import { useFormat, useWords } from '../controls/words';

const ROW_PX = 52;

/** The gaps in the order of what they contain; while a hydrant is held, those that would be. */
export function GapList() {
  const gaps = useAppState(({ results }) => results.drag?.gaps ?? results.coverage?.gaps) ?? [];
  const t = useWords();
  return (
    <Section title={t('gaps.title', { count: gaps.length })} hint={gaps.length > 0 ? t('gaps.order') : t('gaps.none')}>
      <VirtualList
        items={gaps}
        rowHeightPx={ROW_PX}
        maxHeightPx={ROW_PX * 7}
        keyOf={({ id }) => id}
        row={(gap) => <GapRow gap={gap} />}
        label={t('gaps.label')}
      />
    </Section>
  );
}

function GapRow({ gap }: { readonly gap: Gap }) {
  const app = useApp();
  const lit = useAppState(({ selection }) => selection.hoveredGapId === gap.id || selection.gapId === gap.id);
  const t = useWords();
  const format = useFormat();
  return (
    <button
      type="button"
      className={lit ? 'gap-row lit' : 'gap-row'}
      onMouseEnter={() => hoverGap(app, gap.id)}
      onMouseLeave={() => hoverGap(app, null)}
      onFocus={() => hoverGap(app, gap.id)}
      onBlur={() => hoverGap(app, null)}
      onClick={() => selectGap(app, gap.id, true)}
    >
      <b className={gap.rank <= 10 ? 'rank top' : 'rank'}>{gap.rank}</b>
      <span className="what">
        <strong>{t('gaps.buildings', { count: gap.buildings, text: format.count(gap.buildings) })}</strong>
        <small>{t('gaps.holds', { units: format.count(gap.keyUnits), incidents: format.count(gap.incidents) })}</small>
      </span>
      <span className="size">
        <strong>{format.area(gap.areaM2)}</strong>
        <small>{gap.mostRemote ? t('gaps.remote', { distance: format.metres(gap.mostRemote.distanceM) }) : ''}</small>
      </span>
    </button>
  );
}
