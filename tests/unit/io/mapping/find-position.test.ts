import { describe, expect, it } from 'vitest';
import { findPosition, orderOf } from '../../../../src/io/mapping/find-position';
import { tableOf } from '../../../support/tables';

describe('the columns of a position', () => {
  it.each([
    [{ 经度: '121.4', 纬度: '31.2' }, '经度', '纬度'],
    [{ 經度: '121.4', 緯度: '31.2' }, '經度', '緯度'],
    [{ '经度(WGS84)': '121.4', '纬度(WGS84)': '31.2' }, '经度(WGS84)', '纬度(WGS84)'],
    [{ 栓_经度: '121.4', 栓_纬度: '31.2' }, '栓_经度', '栓_纬度'],
    [{ Longitude: 121.4, Latitude: 31.2 }, 'Longitude', 'Latitude'],
    [{ X坐标: 3_460_000, Y坐标: 512_000 }, 'X坐标', 'Y坐标'],
    [{ POINT_X: 1, POINT_Y: 2 }, 'POINT_X', 'POINT_Y'],
    [{ 坐标: '121.4, 31.2' }, '坐标', '坐标'],
    [{ location: '31.2 N 121.4 E' }, 'location', 'location'],
  ] as [Record<string, unknown>, string, string][])('of %j are found by name', (row, lon, lat) => {
    expect(findPosition(tableOf([row, row, row]))).toEqual({ lon, lat });
  });

  it('are found by what the cells hold where no name tells', () => {
    const pairs = tableOf([
      { n: '1', 甲: '31.2304, 121.4737' },
      { n: '2', 甲: '31.2310, 121.4740' },
    ]);
    expect(findPosition(pairs)).toEqual({ lon: '甲', lat: '甲' });
    const two = tableOf([31.2304, 31.231, 31.2322].map((v, k) => ({ n: k, b: String(v), l: String(v + 90.2433) })));
    expect(findPosition(two)).toEqual({ lon: 'l', lat: 'b' });
  });

  it('are not made up', () => {
    expect(
      findPosition(tableOf([{ 编号: 'A', 位置: '人民路1号', 日期: '2024-05-01', 长宽: '12, 30' }])),
    ).toBeUndefined();
    expect(findPosition(tableOf([]))).toBeUndefined();
  });

  it('say which comes first where letters or the name do', () => {
    const order = (column: string, cell: string) =>
      orderOf(tableOf([{ [column]: cell }]).features, { lon: column, lat: column });
    expect(order('latlon', '42.3, -71.1')).toBe('lat');
    expect(order('经纬度', '121.4, 31.2')).toBe('lon');
    expect(order('坐标', '31.2N 121.4E')).toBe('lat');
    expect(order('坐标', '31.2, 121.4')).toBeUndefined();
  });
});
