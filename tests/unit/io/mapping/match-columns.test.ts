import { describe, expect, it } from 'vitest';
import { mappingByHand, matchColumns } from '../../../../src/io/mapping/match-columns';
import type { EntityType } from '../../../../src/model/entities/registry';
import { tableOf } from '../../../support/tables';

function fieldsOf(columns: readonly string[], entity: EntityType = 'hydrant'): Record<string, string> {
  const table = tableOf([Object.fromEntries(columns.map((column) => [column, 'x']))]);
  return Object.fromEntries(matchColumns(table, entity).map(({ field, column }) => [field, column]));
}

describe('columns', () => {
  it('in simplified Chinese feed their fields', () => {
    expect(
      fieldsOf([
        '消火栓编号',
        '设备状态',
        '安装形式',
        '详细地址',
        '静压(MPa)',
        '管径',
        '最近检查日期',
        '产权单位',
        '备注',
      ]),
    ).toEqual({
      number: '消火栓编号',
      status: '设备状态',
      kind: '安装形式',
      address: '详细地址',
      staticPressureMpa: '静压(MPa)',
      mainDiameterMm: '管径',
      lastInspection: '最近检查日期',
      owner: '产权单位',
      note: '备注',
    });
  });

  it('in traditional Chinese do too', () => {
    expect(fieldsOf(['編號', '狀態', '類型', '壓力', '管徑', '檢查日期', '權屬單位', '備註'])).toEqual({
      number: '編號',
      status: '狀態',
      kind: '類型',
      staticPressureMpa: '壓力',
      mainDiameterMm: '管徑',
      lastInspection: '檢查日期',
      owner: '權屬單位',
      note: '備註',
    });
  });

  it('in English do too, whatever their case and marks', () => {
    expect(
      fieldsOf([
        'Hydrant ID',
        'STATUS',
        'hydrant_type',
        'Flow (gpm)',
        'Static PSI',
        'Main Size',
        'Last-Inspected',
        'OWNER',
      ]),
    ).toEqual({
      number: 'Hydrant ID',
      status: 'STATUS',
      kind: 'hydrant_type',
      flowLps: 'Flow (gpm)',
      staticPressureMpa: 'Static PSI',
      mainDiameterMm: 'Main Size',
      lastInspection: 'Last-Inspected',
      owner: 'OWNER',
    });
  });

  it('are known by the end of a longer name, after all whose whole name is known', () => {
    expect(fieldsOf(['市政消火栓状态', '状态']).status).toBe('状态');
    expect(fieldsOf(['市政消火栓状态']).status).toBe('市政消火栓状态');
    expect(fieldsOf(['管理单位电话'])).toEqual({});
  });

  it('feed one field each, and each field once', () => {
    const mapping = matchColumns(tableOf([{ status: 'x', 状态: 'x', 完好情况: 'x' }]), 'hydrant');
    expect(mapping.filter(({ field }) => field === 'status')).toMatchObject([{ column: 'status', reason: 'name' }]);
    expect(new Set(mapping.map(({ column }) => column)).size).toBe(mapping.length);
  });

  it('of other record types feed theirs', () => {
    expect(fieldsOf(['单位名称', '使用性质', '建筑高度', '层数', '是否高危'], 'keyUnit')).toEqual({
      name: '单位名称',
      occupancy: '使用性质',
      heightM: '建筑高度',
      floors: '层数',
      highRisk: '是否高危',
    });
    expect(fieldsOf(['接警时间', '到场时间', '警情类型'], 'incident')).toEqual({
      calledAt: '接警时间',
      arrivedAt: '到场时间',
      kind: '警情类型',
    });
  });

  it('chosen by hand bring how they are read', () => {
    const table = tableOf([{ débit: 1000 }, { débit: 1200 }, { débit: 900 }]);
    expect(mappingByHand(table, 'hydrant', 'flowLps', 'débit')).toEqual({
      field: 'flowLps',
      column: 'débit',
      reason: 'user',
      reading: { unit: 'gpm', unitFrom: 'size' },
    });
  });
});
