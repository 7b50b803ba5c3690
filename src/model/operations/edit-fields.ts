import { type Issue, issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { type Change, changeOf } from '../change/change';
import { ENTITY_SPECS, type EntityType } from '../entities/registry';
import type { FieldSpec } from '../entities/spec';
import type { Plan } from '../plan';

/**
 * Sets fields of one record; `undefined` takes a field away. Values are checked against the field's kind and limits.
 * Issues: `field.unknown`, `field.kind`, `field.range`, `field.choice`, each naming the field and the value.
 */
export function editFields(
  plan: Plan,
  type: EntityType,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): Result<Change> {
  if (!plan.records[type].has(id)) throw new Error(`Cannot edit ${type} ${id}: the plan has no such record`);
  for (const [name, value] of Object.entries(fields)) {
    const spec = ENTITY_SPECS[type].fields.find((field) => field.name === name);
    const issue = spec ? checkValue(type, spec, value) : issueOf('field.unknown', { field: name });
    if (issue) return fail(issue);
  }
  return ok(changeOf({ key: 'edit', params: { type, count: 1 } }, { patch: [{ type, id, fields }] }));
}

/** What is wrong with a value for a field; null when nothing is. `undefined` (no value) is always allowed. */
export function checkValue(type: EntityType, spec: FieldSpec, value: unknown): Issue | null {
  if (value === undefined) return null;
  const params = { type, field: spec.name, value: String(value) };
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return checkNumber(spec, value, params);
    case 'boolean':
      return typeof value === 'boolean' ? null : issueOf('field.kind', params);
    case 'choice':
      return spec.choices?.includes(String(value)) ? null : issueOf('field.choice', params);
    case 'date':
      return isDate(value, /^\d{4}-\d\d-\d\d$/) ? null : issueOf('field.kind', params);
    case 'dateTime':
      return isDate(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) ? null : issueOf('field.kind', params);
    default:
      return typeof value === 'string' ? null : issueOf('field.kind', params);
  }
}

function checkNumber(spec: FieldSpec, value: unknown, params: Record<string, string>): Issue | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return issueOf('field.kind', params);
  if (spec.kind === 'integer' && !Number.isInteger(value)) return issueOf('field.kind', params);
  const low = spec.min ?? Number.NEGATIVE_INFINITY;
  const high = spec.max ?? Number.POSITIVE_INFINITY;
  if (value >= low && value <= high) return null;
  return issueOf('field.range', { ...params, min: spec.min ?? '−∞', max: spec.max ?? '∞' });
}

function isDate(value: unknown, shape: RegExp): boolean {
  if (typeof value !== 'string' || !shape.test(value)) return false;
  const parsed = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value.slice(0, 10));
}
