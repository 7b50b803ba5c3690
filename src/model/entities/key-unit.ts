import type { EntityBase, EntitySpec, PointGeometry } from './spec';

export const OCCUPANCIES = [
  'mall',
  'hotel',
  'entertainment',
  'hospital',
  'school',
  'elderlyHome',
  'office',
  'residential',
  'factory',
  'warehouse',
  'chemical',
  'heritage',
  'transport',
  'exhibition',
  'other',
] as const;
export type Occupancy = (typeof OCCUPANCIES)[number];

/** 消防安全重点单位; `highRisk` marks 火灾高危单位. */
export interface KeyUnit extends EntityBase<PointGeometry> {
  readonly number?: string;
  readonly name?: string;
  readonly highRisk?: boolean;
  readonly occupancy?: Occupancy;
  readonly address?: string;
  readonly heightM?: number;
  readonly floors?: number;
  readonly floorAreaM2?: number;
  readonly people?: number;
  readonly hazards?: string;
  /** 包保责任人. */
  readonly responsibleOfficer?: string;
  /** 六熟悉 last done. */
  readonly familiarisedOn?: string;
  readonly prePlan?: string;
  readonly phone?: string;
  readonly note?: string;
}

export const keyUnitSpec = {
  geometry: 'Point',
  fields: [
    { name: 'number', kind: 'text' },
    { name: 'name', kind: 'text' },
    { name: 'highRisk', kind: 'boolean' },
    { name: 'occupancy', kind: 'choice', choices: OCCUPANCIES },
    { name: 'address', kind: 'text' },
    { name: 'heightM', kind: 'number', unit: 'm', min: 0, max: 1000 },
    { name: 'floors', kind: 'integer', min: 0, max: 300 },
    { name: 'floorAreaM2', kind: 'number', unit: 'm²', min: 0 },
    { name: 'people', kind: 'integer', min: 0 },
    { name: 'hazards', kind: 'text' },
    { name: 'responsibleOfficer', kind: 'text' },
    { name: 'familiarisedOn', kind: 'date' },
    { name: 'prePlan', kind: 'text' },
    { name: 'phone', kind: 'text' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
