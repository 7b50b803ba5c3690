import { describe, expect, it } from 'vitest';
import { propose } from '../../../../src/io/mapping/propose';
import { ENTITY_SPECS } from '../../../../src/model/entities/registry';
import { tableOf } from '../../../support/tables';

const LEDGER = tableOf([
  { 编号: 'X-1', 完好情况: '完好', 经度: '118.3', 纬度: '31.2', '流量(m³/h)': '54', 检查日期: '2026/3/1', 其他: 'a' },
  { 编号: 'X-2', 完好情况: '漏水', 经度: '118.4', 纬度: '31.3', '流量(m³/h)': '', 检查日期: '去年', 其他: '' },
  { 编号: 'X-1', 完好情况: '正常', 经度: '0', 纬度: '0', '流量(m³/h)': '10', 检查日期: '', 其他: '' },
  { 编号: 'X-1', 完好情况: '正常', 经度: '118.5', 纬度: '31.4', '流量(m³/h)': '10', 检查日期: '', 其他: '' },
]);

describe('a proposal', async () => {
  it('knows a hydrant ledger by its name, its columns with reasons, and the position', async () => {
    const proposal = await propose(LEDGER, '2026消火栓台账.csv');
    expect(proposal).toMatchObject({ entity: 'hydrant', position: { lon: '经度', lat: '纬度' }, count: 4 });
    expect(Object.fromEntries(proposal.mapping.map(({ field, column }) => [field, column]))).toEqual({
      number: '编号',
      status: '完好情况',
      flowLps: '流量(m³/h)',
      lastInspection: '检查日期',
    });
    expect(proposal.samples.其他).toEqual(['a']);
    expect(proposal.systems[0]).toMatchObject({ crs: 'GCJ02', reason: 'habit' });
    expect(proposal.confidence).toBe('likely');
  });

  it('offers only types of the geometry at hand', async () => {
    const polygon: GeoJSON.Polygon = { type: 'Polygon', coordinates: [[]] };
    const { entity, alternatives } = await propose(tableOf([{ name: 'A' }], polygon), 'BOUNDARY_City.geojson');
    expect(entity).toBe('district');
    for (const type of alternatives) expect(ENTITY_SPECS[type].geometry).toBe('MultiPolygon');
  });

  it('takes several polygons called boundaries for subdistricts and one for the district', async () => {
    const polygon: GeoJSON.Polygon = { type: 'Polygon', coordinates: [[]] };
    const many = tableOf([{ name: 'A' }, { name: 'B' }], polygon);
    expect((await propose(many, 'BOUNDARY_Neighborhoods.geojson')).entity).toBe('subdistrict');
    expect((await propose(tableOf([{ name: 'A' }], polygon), 'BOUNDARY_Neighborhoods.geojson')).entity).toBe(
      'district',
    );
  });

  it('finds a status by what the cells say', async () => {
    const rows = ['完好', '损坏', '完好', '完好'].map((word) => ({ lon: 1, lat: 2, 甲: word }));
    const { mapping } = await propose(tableOf(rows), 'hydrants.csv');
    expect(mapping).toContainEqual({ field: 'status', column: '甲', reason: 'values' });
  });
});
