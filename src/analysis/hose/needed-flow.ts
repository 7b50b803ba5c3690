import type { Building } from '../../model/entities/building';
import type { FlowRow, FlowTable } from './flow-tables';

/** Where a building names floors but no height, or the other way round. */
const FLOOR_HEIGHT_M = 3;

export interface NeededFlow {
  readonly flowLps: number;
  readonly clause: string;
  readonly verified: boolean;
  /** What nobody filled in, so that the least of the row was taken. */
  readonly missing: readonly ('use' | 'size')[];
}

export interface BuildingSize {
  readonly footprintM2: number;
  readonly floors?: number;
  readonly volumeM3?: number;
}

/** Volume from the footprint and the height, or the floors at 3 m each. */
export function sizeOf({ floors, heightM }: Building, footprintM2: number): BuildingSize {
  const height = heightM ?? (floors === undefined ? undefined : floors * FLOOR_HEIGHT_M);
  const levels = floors ?? (heightM === undefined ? undefined : Math.max(1, Math.round(heightM / FLOOR_HEIGHT_M)));
  return {
    footprintM2,
    ...(levels === undefined ? {} : { floors: levels }),
    ...(height === undefined ? {} : { volumeM3: footprintM2 * height }),
  };
}

/** The row for the building's use, the step for its size; the least step where the size is not known. */
export function neededFlow({ use }: Building, size: BuildingSize, table: FlowTable): NeededFlow {
  const row = rowOf(table, use ?? 'unknown');
  const measured = size[row.by];
  const step = row.steps.find(({ upTo }) => (measured ?? 0) <= upTo) ?? row.steps[row.steps.length - 1]!;
  const missing: ('use' | 'size')[] = [];
  if (use === undefined) missing.push('use');
  if (measured === undefined && row.steps.length > 1) missing.push('size');
  return { flowLps: step.flowLps, clause: row.clause, verified: row.verified, missing };
}

function rowOf(table: FlowTable, use: FlowRow['uses'][number]): FlowRow {
  return (
    table.find(({ uses }) => uses.includes(use)) ?? table.find(({ uses }) => uses.includes('unknown')) ?? table[0]!
  );
}
