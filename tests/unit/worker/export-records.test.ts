import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ExportRequest, exportRecords, placeOf } from '../../../src/worker/jobs/export-records';
import { planOf, point, rectangle } from '../../support/plans';

const plan = planOf({
  hydrant: [
    { id: 'a', geometry: point(0, 0), status: 'working' },
    { id: 'b', geometry: point(10, 0) },
  ],
  district: [{ id: 'd', geometry: rectangle(-100, -100, 100, 100), name: '甲区' }],
});
const REQUEST: ExportRequest = { format: 'csv', types: ['hydrant'], headers: 'codes', crs: 'WGS84' };

async function exported(request: Partial<ExportRequest>) {
  const file = await exportRecords(plan, { ...REQUEST, ...request });
  if (!file.ok) throw new Error(file.issue.code);
  return file.value;
}

describe('an export of records', () => {
  it('writes the records of a type', async () => {
    const { bytes, ending, count } = await exported({});
    expect({ ending, count }).toEqual({ ending: 'csv', count: 2 });
    expect(strFromU8(bytes).split('\r\n')[1]).toMatch(/^a,,working,/);
  });

  it('writes the selected records alone', async () => {
    const { bytes, count } = await exported({ only: ['hydrant/b', 'hydrant/gone'] });
    expect(count).toBe(1);
    expect(strFromU8(bytes)).not.toContain('working');
  });

  it('puts several types into one zip where the format holds one, named in the language', async () => {
    const { bytes, ending } = await exported({ types: ['hydrant', 'district'], headers: 'zh-CN' });
    expect(ending).toBe('zip');
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['市政消火栓.csv', '辖区.csv']);
    expect(strFromU8(files['辖区.csv']!)).toContain('甲区');
  });

  it('says what is wrong with a system that nobody knows or the format cannot hold', async () => {
    expect(await exportRecords(plan, { ...REQUEST, crs: 'EPSG:' })).toMatchObject({ issue: { code: 'crs.unknown' } });
    const kml = await exportRecords(plan, { ...REQUEST, format: 'kml', crs: 'GCJ02' });
    expect(kml).toMatchObject({ ok: false, issue: { code: 'write.wgs84Only' } });
  });

  it('knows where the plan lies', () => {
    expect(placeOf(plan)![0]).toBeCloseTo(120, 2);
    expect(placeOf(planOf({}))).toBeNull();
  });
});
