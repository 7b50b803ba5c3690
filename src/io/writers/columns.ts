import { ENTITY_SPECS, type Entity, type EntityType } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import type { ExportWords } from './words';

export type Cell = string | number | boolean;

/** A column of a table of records: the id first, then the fields in the order of the inspector. */
export interface Column {
  readonly header: string;
  readonly name: string;
  readonly kind: FieldSpec['kind'];
  /** What the cell says; undefined where the record says nothing. */
  cell(record: Entity): Cell | undefined;
}

export function columnsOf(type: EntityType, words: ExportWords): Column[] {
  const id: Column = { header: 'id', name: 'id', kind: 'text', cell: ({ id }) => id };
  return [id, ...ENTITY_SPECS[type].fields.map((spec) => columnOf(type, spec, words))];
}

function columnOf(type: EntityType, spec: FieldSpec, words: ExportWords): Column {
  const { name, kind } = spec;
  return {
    header: words.field(type, spec),
    name,
    kind,
    cell: (record) => {
      const value = fieldOf(record, name);
      if (kind === 'choice' && typeof value === 'string') return words.choice(type, spec, value);
      return typeof value === 'boolean' ? words.flag(value) : value;
    },
  };
}

/** A field's value as the plan has it. */
export function fieldOf(record: Entity, field: string): Cell | undefined {
  const value = (record as unknown as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
    ? (value as Cell)
    : undefined;
}

/** The name under which people know a record: its name, or its number where the type has no names. */
export function labelOf(type: EntityType, record: Entity): string {
  const named = ENTITY_SPECS[type].fields.some(({ name }) => name === 'name');
  return String(fieldOf(record, named ? 'name' : 'number') ?? '');
}
