import type { EntityBase, EntitySpec, LineGeometry } from './spec';

export const ROAD_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'local',
  'service',
  'path',
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

/** 道路. `surveyedOn` tells when hydrants along it were last looked for (道路水源普查); absent = never. */
export interface RoadSegment extends EntityBase<LineGeometry> {
  readonly name?: string;
  readonly nameEn?: string;
  readonly class?: RoadClass;
  readonly oneWay?: 'no' | 'forward' | 'backward';
  readonly speedKmh?: number;
  readonly widthM?: number;
  readonly bridge?: boolean;
  readonly tunnel?: boolean;
  readonly layer?: number;
  readonly closed?: boolean;
  readonly surveyedOn?: string;
  readonly note?: string;
}

export const roadSegmentSpec = {
  geometry: 'LineString',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'nameEn', kind: 'text' },
    { name: 'class', kind: 'choice', choices: ROAD_CLASSES },
    { name: 'oneWay', kind: 'choice', choices: ['no', 'forward', 'backward'] },
    { name: 'speedKmh', kind: 'number', unit: 'km/h', min: 1, max: 160 },
    { name: 'widthM', kind: 'number', unit: 'm', min: 0, max: 200 },
    { name: 'bridge', kind: 'boolean' },
    { name: 'tunnel', kind: 'boolean' },
    { name: 'layer', kind: 'integer', min: -5, max: 5 },
    { name: 'closed', kind: 'boolean' },
    { name: 'surveyedOn', kind: 'date' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
