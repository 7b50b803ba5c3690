import type { Entities, EntityType } from '../entities/registry';

/** What the history shows: a key below `change.` in the catalogues, with its values. */
export interface ChangeLabel {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type PutRecord = { [T in EntityType]: { readonly type: T; readonly entity: Entities[T] } }[EntityType];

/** New values of some fields; a field set to `undefined` is taken away. */
export interface PatchRecord {
  readonly type: EntityType;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface RemoveRecord {
  readonly type: EntityType;
  readonly id: string;
}

/**
 * An edit as a value. Applied in the order remove, put, patch. `put` adds a record or replaces the one with its id.
 * Operations return it; `applyChange` alone applies it; the database and the engine get the same value.
 */
export interface Change {
  readonly label: ChangeLabel;
  readonly put: readonly PutRecord[];
  readonly patch: readonly PatchRecord[];
  readonly remove: readonly RemoveRecord[];
}

/** A change with the parts given; the others are empty. */
export function changeOf(label: ChangeLabel, parts: Partial<Omit<Change, 'label'>>): Change {
  return { label, put: parts.put ?? [], patch: parts.patch ?? [], remove: parts.remove ?? [] };
}

/** Whether a change does nothing. */
export function isEmptyChange(change: Change): boolean {
  return change.put.length + change.patch.length + change.remove.length === 0;
}

/** Parts of one change as one again; the order of application is the change's own: removals, puts, patches. */
export function joinChanges(label: ChangeLabel, parts: readonly Change[]): Change {
  return changeOf(label, {
    put: parts.flatMap(({ put }) => put),
    patch: parts.flatMap(({ patch }) => patch),
    remove: parts.flatMap(({ remove }) => remove),
  });
}
