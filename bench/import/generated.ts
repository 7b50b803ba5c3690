import { utils, write } from '@e965/xlsx';
import { createRandom } from '../../src/base/random';
import { osmPbfOf, type PbfNode } from '../../tests/support/files/osm-pbf';

const HEADER = [
  '编号',
  '名称',
  '所在道路',
  '状态',
  '类型',
  '口径',
  '压力(MPa)',
  '流量(L/s)',
  '检查日期',
  '产权单位',
  '经度',
  '纬度',
];
const STATUS = ['完好', '损坏', '埋压圈占', '无水'];
const ROADS = ['人民路', '中山东路', '解放大道', '建设二路', '迎宾大道'];

/** Rows as a water company's ledger has them. */
export function* ledgerRows(count: number): Generator<(string | number)[]> {
  const random = createRandom(11);
  for (let k = 0; k < count; k++) {
    const road = ROADS[random.integer(0, ROADS.length - 1)]!;
    yield [
      `XHS-${String(k).padStart(7, '0')}`,
      `${road}${random.integer(1, 900)}号`,
      road,
      STATUS[random.integer(0, STATUS.length - 1)]!,
      '地上式',
      'DN150',
      Number(random.between(0.05, 0.45).toFixed(2)),
      Number(random.between(5, 40).toFixed(1)),
      `2024-0${random.integer(1, 9)}-${random.integer(10, 28)}`,
      '市自来水公司',
      Number((118 + random.between(0, 0.5)).toFixed(7)),
      Number((31 + random.between(0, 0.5)).toFixed(7)),
    ];
  }
}

export function ledgerCsv(count: number): Uint8Array {
  const lines = [HEADER.join(',')];
  for (const row of ledgerRows(count)) lines.push(row.join(','));
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
}

export function ledgerXlsx(count: number): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER, ...ledgerRows(count)]), '台账');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** A town of `count` nodes: corners of roads of 20 nodes each, and a hydrant among every hundred. */
export function townPbf(count: number): Uint8Array {
  const random = createRandom(5);
  const nodes: PbfNode[] = [];
  const refs: number[][] = [];
  let [lon, lat] = [118, 31];
  for (let id = 1; id <= count; id++) {
    if (id % 20 === 1) [lon, lat] = [118 + random.between(0, 0.5), 31 + random.between(0, 0.5)];
    lon += random.between(-0.0003, 0.0003);
    lat += random.between(-0.0003, 0.0003);
    const isHydrant = id % 100 === 0;
    nodes.push({ id, lon, lat, ...(isHydrant ? { tags: { emergency: 'fire_hydrant', ref: `XHS-${id}` } } : {}) });
    if (id % 20 === 1) refs.push([]);
    refs.at(-1)!.push(id);
  }
  const ways = refs.map((line, k) => ({
    id: k + 1,
    refs: line,
    tags: { highway: 'residential', name: ROADS[k % 5]! },
  }));
  return osmPbfOf(nodes, ways);
}

/** Buildings of nine corners. */
export function* buildingFeatures(count: number): Generator<GeoJSON.Feature<GeoJSON.Polygon>> {
  const random = createRandom(3);
  for (let k = 0; k < count; k++) {
    const [x, y] = [118 + random.between(0, 0.5), 31 + random.between(0, 0.5)];
    const ring = Array.from({ length: 9 }, (_, i) => [
      Number((x + 0.0001 * Math.cos((-i * Math.PI) / 4)).toFixed(8)),
      Number((y + 0.0001 * Math.sin((-i * Math.PI) / 4)).toFixed(8)),
    ]);
    ring[8] = ring[0]!;
    yield {
      type: 'Feature',
      properties: { id: k, name: `楼 ${k}`, floors: k % 30 },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  }
}

export function buildingsGeojson(count: number): Uint8Array {
  const lines: string[] = [];
  for (const feature of buildingFeatures(count)) lines.push(JSON.stringify(feature));
  return new TextEncoder().encode(`{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}`);
}
