import type { FieldSpec } from '../../model/entities/spec';
import type { SqlValue } from './sqlite';

/** A field's value as its column holds it. Local times are written as if they were UTC: the format knows no other. */
export function toSql({ kind }: FieldSpec, value: unknown): SqlValue {
  if (value === undefined || value === null) return null;
  if (kind === 'boolean') return value ? 1 : 0;
  if (kind === 'dateTime') return `${withSeconds(String(value))}.000Z`;
  return value as SqlValue;
}

/**
 * A column's value as the field holds it; `undefined` where there is none or where another program has put in what the
 * field cannot hold.
 */
export function fromSql(field: FieldSpec, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  switch (field.kind) {
    case 'boolean':
      return value === 1 ? true : value === 0 ? false : undefined;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'integer':
      return Number.isInteger(value) ? value : undefined;
    case 'choice':
      return field.choices?.includes(String(value)) ? value : undefined;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : undefined;
    case 'dateTime':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? value.slice(0, 19) : undefined;
    default:
      return typeof value === 'object' ? undefined : String(value);
  }
}

function withSeconds(local: string): string {
  return local.length === 16 ? `${local}:00` : local.slice(0, 19);
}
