import type { FieldSpec } from '../../model/entities/spec';
import { dateStyleOf } from './dates';
import type { ColumnReading } from './import-plan';
import { numberIn } from './numbers';
import { unitBySize, unitIn } from './units';

/** How a column's cells are to be read for a field, from its name and a sample; undefined when nothing is open. */
export function readingOf(
  spec: FieldSpec,
  column: string,
  cells: readonly unknown[],
  date1904 = false,
): ColumnReading | undefined {
  if (spec.kind === 'date' || spec.kind === 'dateTime') return dateReading(cells, date1904);
  if (spec.kind === 'number' || spec.kind === 'integer') return unitReading(spec, column, cells);
  return undefined;
}

function dateReading(cells: readonly unknown[], date1904: boolean): ColumnReading | undefined {
  const { order, numbers, certain } = dateStyleOf(cells, date1904);
  if (!order && !numbers) return undefined;
  return {
    ...(order ? { dateOrder: order, dateOrderFrom: certain ? ('cells' as const) : ('habit' as const) } : {}),
    ...(numbers ? { dateNumbers: numbers } : {}),
  };
}

function unitReading(
  { unit: stored }: FieldSpec,
  column: string,
  cells: readonly unknown[],
): ColumnReading | undefined {
  const header = unitIn(column, stored);
  if (header) return { unit: header, unitFrom: 'header' };
  const written = mostCommon(cells.map((cell) => (typeof cell === 'string' ? unitIn(cell, stored) : null)));
  if (written) return { unit: written, unitFrom: 'cells' };
  const sizes = cells
    .map((cell) => (typeof cell === 'number' ? cell : numberIn(String(cell))))
    .filter((v) => v !== null);
  if (sizes.length < 3) return undefined;
  const unit = unitBySize(sizes.sort((a, b) => a - b)[sizes.length >> 1]!, stored);
  return unit ? { unit, unitFrom: 'size' } : undefined;
}

function mostCommon(names: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
