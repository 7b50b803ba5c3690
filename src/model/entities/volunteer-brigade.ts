import type { EntityBase, EntitySpec, PointGeometry } from './spec';

/** 企业志愿（专职）消防队、单位义务消防队. */
export interface VolunteerBrigade extends EntityBase<PointGeometry> {
  readonly name?: string;
  readonly kind?: 'enterprise' | 'unit';
  readonly address?: string;
  readonly crew?: number;
  readonly ownAppliance?: boolean;
  readonly appliances?: number;
  readonly contact?: string;
  readonly phone?: string;
  readonly note?: string;
}

export const volunteerBrigadeSpec = {
  geometry: 'Point',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'kind', kind: 'choice', choices: ['enterprise', 'unit'] },
    { name: 'address', kind: 'text' },
    { name: 'crew', kind: 'integer', min: 0, max: 500 },
    { name: 'ownAppliance', kind: 'boolean' },
    { name: 'appliances', kind: 'integer', min: 0, max: 50 },
    { name: 'contact', kind: 'text' },
    { name: 'phone', kind: 'text' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
