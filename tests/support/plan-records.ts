import fc from 'fast-check';
import type { PutRecord } from '../../src/model/change/change';
import { ENTITY_SPECS, ENTITY_TYPES, type EntityType } from '../../src/model/entities/registry';
import type { EntityGeometry, FieldSpec } from '../../src/model/entities/spec';

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
);
const ring = fc.tuple(position, position, position).map(([a, b, c]) => [a, b, c, a] as const);

const GEOMETRIES = {
  Point: position.map((coordinates): EntityGeometry => ({ type: 'Point', coordinates })),
  LineString: fc
    .array(position, { minLength: 2, maxLength: 5 })
    .map((coordinates): EntityGeometry => ({ type: 'LineString', coordinates })),
  MultiPolygon: fc
    .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
    .map((coordinates): EntityGeometry => ({ type: 'MultiPolygon', coordinates })),
} as const;

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !text.includes('\u0000'));
const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

function anyValue({ kind, choices = [], min = -1e6, max = 1e6 }: FieldSpec): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
    case 'integer':
      return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
    case 'choice':
      return fc.constantFrom(...choices);
    case 'date':
      return day.map((text) => text.slice(0, 10));
    case 'dateTime':
      return day.map((text) => text.slice(0, 19));
    default:
      return words;
  }
}

/** Any record of a type with any of its fields, with this id. */
export function recordOf(type: EntityType, id: string): fc.Arbitrary<PutRecord> {
  const { fields, geometry } = ENTITY_SPECS[type];
  const values = Object.fromEntries((fields as readonly FieldSpec[]).map((field) => [field.name, anyValue(field)]));
  return fc
    .record({ fields: fc.record(values, { requiredKeys: [] }), geometry: GEOMETRIES[geometry] })
    .map((made) => ({ type, entity: { id, ...made.fields, geometry: made.geometry } }) as unknown as PutRecord);
}

/** Some records of every type. */
export const anyRecords: fc.Arbitrary<PutRecord[]> = fc
  .array(fc.constantFrom(...ENTITY_TYPES), { maxLength: 40 })
  .chain((types) => fc.tuple(...types.map((type, k) => recordOf(type, `${type}-${k}`))));
