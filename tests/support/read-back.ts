import { choicesOf } from '../../src/io/mapping/choices';
import { convert, positionsFor } from '../../src/io/mapping/convert';
import type { Rejection } from '../../src/io/mapping/import-plan';
import { propose } from '../../src/io/mapping/propose';
import { readFile } from '../../src/io/readers/registry';
import type { Entity, EntityType } from '../../src/model/entities/registry';

export interface ReadBack {
  /** As recognised, not as told. */
  readonly type: EntityType;
  readonly crs: string;
  readonly records: readonly Entity[];
  readonly rejections: readonly Rejection[];
}

/** A file through the app's own readers and mapping, every choice as proposed. */
export async function readBack(name: string, bytes: Uint8Array): Promise<ReadBack[]> {
  const tables = await readFile({ name, bytes });
  return Promise.all(
    tables.map(async (table) => {
      const proposal = await propose(table, name);
      const choices = choicesOf(proposal);
      const positions = await positionsFor(table, choices);
      if (!positions.ok) throw new Error(positions.issue.code);
      const { records, rejections } = convert(table, choices, positions.value);
      return { type: proposal.entity, crs: choices.crs, records: records as Entity[], rejections };
    }),
  );
}
