import type { EntityBase, EntitySpec, PointGeometry } from './spec';

/** 隐患, found and to be closed by a date (限时整改). */
export interface Hazard extends EntityBase<PointGeometry> {
  readonly number?: string;
  readonly description?: string;
  readonly list?: 'duty' | 'task' | 'problem' | 'rectification';
  readonly foundOn?: string;
  readonly dueOn?: string;
  readonly closedOn?: string;
  readonly keyUnitId?: string;
  readonly note?: string;
}

export const hazardSpec = {
  geometry: 'Point',
  fields: [
    { name: 'number', kind: 'text' },
    { name: 'description', kind: 'text' },
    { name: 'list', kind: 'choice', choices: ['duty', 'task', 'problem', 'rectification'] },
    { name: 'foundOn', kind: 'date' },
    { name: 'dueOn', kind: 'date' },
    { name: 'closedOn', kind: 'date' },
    { name: 'keyUnitId', kind: 'reference', target: 'keyUnit' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
