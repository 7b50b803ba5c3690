import type { Entity } from '../../model/entities/registry';
import type { ImportedRecords } from './import-plan';

type Imported = Pick<ImportedRecords<Entity>, 'entity' | 'records' | 'madeUp'>;

/** Several layers of one record type as one import: a second record of the same id gets a made-up one. */
export function joinImports(parts: readonly Imported[]): Imported {
  if (parts.length === 1) return parts[0]!;
  const { entity } = parts[0]!;
  const taken = new Set<string>();
  const madeUp = new Set<string>();
  const records: Entity[] = [];
  let counted = 0;
  const free = (): string => {
    for (;;) {
      const id = `${entity}-${++counted}`;
      if (!taken.has(id)) return id;
    }
  };
  for (const part of parts)
    for (const record of part.records) {
      const own = !taken.has(record.id);
      const id = own ? record.id : free();
      taken.add(id);
      if (!own || part.madeUp.has(record.id)) madeUp.add(id);
      records.push(own ? record : { ...record, id });
    }
  return { entity, records, madeUp };
}
