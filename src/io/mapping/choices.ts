import type { ImportChoices, ImportProposal } from './import-plan';

/** The choices that a proposal stands for; the system is the first offer, degrees of WGS84 when nothing fits. */
export function choicesOf({ entity, mapping, position, systems }: ImportProposal): ImportChoices {
  const { crs, swap, negate } = systems[0] ?? { crs: 'WGS84', swap: false };
  return {
    entity,
    mode: 'add',
    mapping,
    ...(position ? { position } : {}),
    crs,
    swap,
    ...(negate ? { negate } : {}),
  };
}
