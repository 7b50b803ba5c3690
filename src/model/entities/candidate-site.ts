import type { AreaGeometry, EntityBase, EntitySpec } from './spec';

export const LAND_STAGES = ['proposed', 'announced', 'acquired', 'underConstruction', 'built'] as const;

/** 备选用地 for a fire station: a parcel and how far its acquisition has come (征收公告…开工). */
export interface CandidateSite extends EntityBase<AreaGeometry> {
  readonly name?: string;
  readonly areaM2?: number;
  readonly owner?: string;
  readonly stage?: (typeof LAND_STAGES)[number];
  readonly costCny?: number;
  readonly note?: string;
}

export const candidateSiteSpec = {
  geometry: 'MultiPolygon',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'areaM2', kind: 'number', unit: 'm²', min: 0 },
    { name: 'owner', kind: 'text' },
    { name: 'stage', kind: 'choice', choices: LAND_STAGES },
    { name: 'costCny', kind: 'number', unit: 'CNY', min: 0 },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
