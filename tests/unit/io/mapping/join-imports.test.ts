import { expect, it } from 'vitest';
import { joinImports } from '../../../../src/io/mapping/join-imports';
import { point } from '../../../support/plans';

it('joins layers of one type so that no record hides another', () => {
  const part = (ids: string[], madeUp: string[] = []) => ({
    entity: 'hydrant' as const,
    records: ids.map((id) => ({ id, geometry: point(0, 0) })),
    madeUp: new Set(madeUp),
  });
  const { records, madeUp } = joinImports([
    part(['A', 'hydrant-1'], ['hydrant-1']),
    part(['A', 'B', 'hydrant-1'], ['hydrant-1']),
  ]);
  expect(records.map(({ id }) => id)).toEqual(['A', 'hydrant-1', 'hydrant-2', 'B', 'hydrant-3']);
  expect([...madeUp]).toEqual(['hydrant-1', 'hydrant-2', 'hydrant-3']);
});
