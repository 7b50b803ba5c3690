import { describe, expect, it } from 'vitest';
import { Engine } from '../../../src/worker/engine';
import { utf8 } from '../../support/files/read';
import { dbfOf, shpOf } from '../../support/files/shapefile';
import { TestShelf } from '../../support/plan-shelf';
import { planOf } from '../../support/plans';

const engineOf = (): Engine => new Engine(() => TestShelf.with(planOf({})));
const nothing = (): void => undefined;

describe('reading dropped files', () => {
  it('takes the loose parts of a Shapefile as one', async () => {
    const shp = shpOf([{ kind: 'point', at: [118, 31] }]);
    const dbf = dbfOf([{ name: 'NO', kind: 'C', length: 8 }], [['A-1']]);
    const read = await engineOf().readFiles(
      [
        { name: 'h.dbf', bytes: dbf },
        { name: 'h.shp', bytes: shp },
        { name: 'other.csv', bytes: utf8('no,lon,lat\nA,118,31\n') },
      ],
      nothing,
    );
    expect(read.map(({ fileName }) => fileName)).toEqual(['h.shp', 'other.csv']);
    expect(read[0]).toMatchObject({ proposals: [{ columns: ['NO'], count: 1 }] });
  });

  it('stops in the middle of a file when it is cancelled', async () => {
    const rows = Array.from({ length: 200_000 }, (_, k) => `H${k},118.${k},31.${k}`).join('\n');
    const engine = engineOf();
    const shares: number[] = [];
    const read = await engine.readFiles([{ name: 'x.csv', bytes: utf8(`no,lon,lat\n${rows}`) }], (share) => {
      shares.push(share);
      if (share > 0) void engine.cancelReading();
    });
    expect(read).toEqual([]);
    expect(shares.at(-1)).toBeLessThan(1);
  });
});
