import type { ImportEffect } from '../../io/mapping/to-change';
import type { Format } from '../controls/format';
import type { useWords } from '../controls/words';

/** "12 new · 500 changed · 8 as before · 3 removed"; what is nought is not said. */
export function effectWords(effect: ImportEffect, t: ReturnType<typeof useWords>, format: Format): string {
  const said = (['added', 'changed', 'moved', 'unchanged', 'removed'] as const)
    .filter((part) => effect[part] > 0)
    .map((part) => t(`import.effect.${part}`, { text: format.count(effect[part]) }));
  return said.length > 0 ? said.join(' · ') : t('import.effect.none');
}
