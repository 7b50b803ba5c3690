import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSource } from '../../../src/cli/source-file';

const folder = mkdtempSync(join(tmpdir(), 'shuantu-source-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file on the command line', () => {
  it('brings what lies beside a .shp, and nothing else', async () => {
    for (const name of ['roads.shp', 'roads.dbf', 'roads.prj', 'roads2.dbf', 'other.csv'])
      writeFileSync(join(folder, name), name);
    const shp = await readSource(join(folder, 'roads.shp'));
    expect(shp.companions?.map(({ name }) => name).sort()).toEqual(['roads.dbf', 'roads.prj']);
    expect((await readSource(join(folder, 'other.csv'))).companions).toBeUndefined();
  });

  it('that is not there rejects', async () => {
    await expect(readSource(join(folder, 'missing.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
