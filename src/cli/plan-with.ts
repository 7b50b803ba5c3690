import { applyChange } from '../model/change/apply';
import { changeOf, type PutRecord } from '../model/change/change';
import type { Entities, Entity, EntityType } from '../model/entities/registry';
import { emptyPlan, type Plan } from '../model/plan';

/** A plan of the records that a command has read. */
export function planWith(records: { readonly [T in EntityType]?: readonly Entities[T][] }): Plan {
  const plan = emptyPlan({ id: 'cli', name: '', asOf: new Date().toISOString().slice(0, 10) });
  const put = Object.entries(records).flatMap(([type, list]) =>
    (list as readonly Entity[]).map((entity) => ({ type, entity }) as PutRecord),
  );
  applyChange(plan, changeOf({ key: 'import' }, { put }));
  return plan;
}
