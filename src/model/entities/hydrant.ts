import type { EntityBase, EntitySpec, PointGeometry } from './spec';

export const HYDRANT_STATUSES = [
  'working',
  'damaged',
  'blocked',
  'outOfWater',
  'planned',
  'underConstruction',
] as const;
export type HydrantStatus = (typeof HYDRANT_STATUSES)[number];

export const HYDRANT_KINDS = ['aboveGround', 'belowGround', 'standpipeCrane'] as const;
export type HydrantKind = (typeof HYDRANT_KINDS)[number];

/** 市政消火栓. Without `status` nobody knows whether it works: a data gap, and not counted as in service. */
export interface Hydrant extends EntityBase<PointGeometry> {
  readonly number?: string;
  readonly status?: HydrantStatus;
  readonly kind?: HydrantKind;
  readonly address?: string;
  /** Flow at fire, L/s. */
  readonly flowLps?: number;
  readonly staticPressureMpa?: number;
  readonly residualPressureMpa?: number;
  readonly mainDiameterMm?: number;
  readonly mainForm?: 'ring' | 'branch';
  readonly lastInspection?: string;
  readonly builtOn?: string;
  readonly owner?: string;
  /** Protection radius of this hydrant alone, metres; the scenario's common radius applies where absent. */
  readonly radiusM?: number;
  readonly note?: string;
}

export const hydrantSpec = {
  geometry: 'Point',
  fields: [
    { name: 'number', kind: 'text' },
    { name: 'status', kind: 'choice', choices: HYDRANT_STATUSES },
    { name: 'kind', kind: 'choice', choices: HYDRANT_KINDS },
    { name: 'address', kind: 'text' },
    { name: 'flowLps', kind: 'number', unit: 'L/s', min: 0, max: 500 },
    { name: 'staticPressureMpa', kind: 'number', unit: 'MPa', min: 0, max: 3 },
    { name: 'residualPressureMpa', kind: 'number', unit: 'MPa', min: 0, max: 3 },
    { name: 'mainDiameterMm', kind: 'number', unit: 'mm', min: 0, max: 3000 },
    { name: 'mainForm', kind: 'choice', choices: ['ring', 'branch'] },
    { name: 'lastInspection', kind: 'date' },
    { name: 'builtOn', kind: 'date' },
    { name: 'owner', kind: 'text' },
    { name: 'radiusM', kind: 'number', unit: 'm', min: 1, max: 2000 },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
