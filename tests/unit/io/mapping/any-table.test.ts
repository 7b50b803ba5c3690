import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choicesOf } from '../../../../src/io/mapping/choices';
import { convert, positionsFor } from '../../../../src/io/mapping/convert';
import { propose } from '../../../../src/io/mapping/propose';
import { toChange } from '../../../../src/io/mapping/to-change';
import { applyChange } from '../../../../src/model/change/apply';
import { planOf } from '../../../support/plans';
import { tableOf } from '../../../support/tables';

const cell = fc.oneof(
  fc.string(),
  fc.double(),
  fc.constantFrom(null, '', '31.2', '121.4', '3460000.1', '512000', '完好', '2024/5/1', '-', '0', '=1+1', 45000, true),
  fc.array(fc.integer()),
);
const column = fc.oneof(
  fc.constantFrom('编号', '经度', '纬度', '状态', 'X坐标', 'Y坐标', '坐标', '流量', 'id', '__proto__'),
  fc.string({ minLength: 1 }),
);
const table = fc
  .uniqueArray(column, { minLength: 1, maxLength: 8 })
  .chain((columns) =>
    fc.array(fc.tuple(...columns.map(() => cell)), { minLength: 1, maxLength: 30 }).map((rows) => ({ columns, rows })),
  );

it('whatever a table holds, every row becomes a record or is listed with the reason, and undo gives the plan back', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ columns, rows }) => {
      const file = tableOf(
        rows.map((row) => Object.fromEntries(columns.map((name, k) => [name, row[k]]))),
        null,
        { columns },
      );
      const proposal = await propose(file, '台账.csv');
      const choices = choicesOf(proposal);
      const positions = await positionsFor(file, choices);
      if (!positions.ok) throw new Error(positions.issue.code);
      const { records, rejections, counts } = convert(file, choices, positions.value);
      expect(records.length + counts.records).toBe(rows.length);
      expect(rejections.filter(({ whole }) => whole)).toHaveLength(counts.records);
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      if (records.length === 0) return;
      const plan = planOf({});
      const before = JSON.stringify([...plan.records[choices.entity]]);
      const change = toChange({ entity: choices.entity, records, madeUp: new Set() }, 'add', plan);
      applyChange(plan, applyChange(plan, change));
      expect(JSON.stringify([...plan.records[choices.entity]])).toBe(before);
    }),
    { numRuns: 150 },
  );
});
