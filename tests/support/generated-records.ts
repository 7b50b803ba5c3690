import type { LonLat } from '../../src/base/coordinates';
import { createRandom, type Random } from '../../src/base/random';
import type { Layer } from '../../src/io/writers/writer';
import { ENTITY_SPECS, ENTITY_TYPES, type Entity, type EntityType } from '../../src/model/entities/registry';
import type { EntityGeometry, FieldSpec } from '../../src/model/entities/spec';

/** Text that has broken writers and readers before. */
const TEXTS = [
  '完好',
  '弋江路与经三路口东南侧',
  'say "when", and; then|stop',
  '第一行\n第二行',
  'carriage\r\nreturn',
  '=HYPERLINK("http://x","y")',
  '+86 553 000 0000',
  '-5 °C 以下需保温',
  '@SUM(A1:A9)',
  "'=already guarded",
  '-12.5',
  '007',
  'TRUE',
  '2024-05-01',
  '1e5',
  'a,b\tc',
  '<b>&amp; ]]></b>',
  'constructor',
  '_x0041_ and _x005F_',
  '“引号”、（全角）ＤＮ１００',
  '消防栓🚒𠮷',
  'x'.repeat(80),
  '栓'.repeat(80),
];
/** 300 bytes of UTF-8 and more: longer than a field of dBASE. */
const LONG_TEXTS = ['长'.repeat(100), `${'é'.repeat(130)}!`, 'z'.repeat(4000)];
const DAYS = [
  '1899-12-31',
  '1900-01-01',
  '1900-02-28',
  '1900-03-01',
  '1949-10-01',
  '1970-01-01',
  '2024-02-29',
  '2199-12-31',
];

/** Records of every type by turns, the same for the same seed, with what is hard to write in every kind of field. */
export function generatedLayers(seed: number, count: number, { longTexts = false } = {}): Layer[] {
  const random = createRandom(seed);
  const texts = longTexts ? [...TEXTS, ...LONG_TEXTS] : TEXTS;
  return ENTITY_TYPES.map((type, k) => {
    const share = Math.floor(count / ENTITY_TYPES.length) + (k < count % ENTITY_TYPES.length ? 1 : 0);
    const own = random.fork(type);
    return { type, records: Array.from({ length: share }, (_, n) => recordOf(type, n, own, texts)) };
  });
}

function recordOf(type: EntityType, n: number, random: Random, texts: readonly string[]): Entity {
  const ids = [`${type}-${n}`, `编号${n}`, `${1000 + n}`, `A ${n}/b`];
  const fields: Record<string, unknown> = {};
  // Absent as often as not, but in the first record nothing is.
  for (const spec of ENTITY_SPECS[type].fields as readonly FieldSpec[])
    if (n === 0 || random.next() < 0.7) fields[spec.name] = valueFor(spec, random, texts);
  return { id: ids[n % ids.length], geometry: geometryFor(type, random), ...fields } as unknown as Entity;
}

function valueFor(spec: FieldSpec, random: Random, texts: readonly string[]): unknown {
  const { kind, min = -1e6, max = 1e15, choices } = spec;
  if (kind === 'boolean') return random.next() < 0.5;
  if (kind === 'choice') return random.pick(choices!);
  if (kind === 'date') return random.pick([dayOf(random), random.pick(DAYS)], [3, 1]);
  if (kind === 'dateTime')
    return `${dayOf(random)}T${two(random.integer(0, 23))}:${two(random.integer(0, 59))}:${two(random.integer(0, 59))}`;
  if (kind === 'integer')
    return random.pick([min, random.integer(min, Math.min(max, 1e9)), Math.min(max, 2 ** 53 - 1)], [1, 6, 1]);
  if (kind === 'number') {
    const span = Math.min(max, 1e6) - min;
    const plain = Number((min + span * random.next()).toFixed(2));
    return random.pick(
      [min, Math.min(max, 1.234567890123456e15), plain, min + span * random.next(), Math.max(min, 1.5e-7)],
      [1, 1, 6, 2, 1],
    );
  }
  return random.pick(texts);
}

function geometryFor(type: EntityType, random: Random): EntityGeometry {
  const wanted = ENTITY_SPECS[type].geometry;
  const [lon, lat] = [118 + random.next() / 2, 31 + random.next() / 2];
  if (wanted === 'Point')
    return { type: 'Point', coordinates: random.next() < 0.5 ? [lon, lat] : [round(lon), round(lat)] };
  if (wanted === 'LineString')
    return {
      type: 'LineString',
      coordinates: Array.from(
        { length: random.integer(2, 9) },
        (_, k): LonLat => [round(lon + k * 1e-3), round(lat + random.next() * 1e-3)],
      ),
    };
  const parts = random.integer(1, 3);
  return {
    type: 'MultiPolygon',
    coordinates: Array.from({ length: parts }, (_, k) => {
      const west = lon + k * 0.01;
      const outer = square(west, lat, 0.005);
      return random.next() < 0.4 ? [outer, square(west + 0.001, lat + 0.001, 0.001).reverse()] : [outer];
    }),
  };
}

/** Counter-clockwise from its south-western corner. */
function square(west: number, south: number, size: number): LonLat[] {
  const [w, s, e, n] = [west, south, west + size, south + size].map(round) as [number, number, number, number];
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
}

function round(value: number): number {
  return Number(value.toFixed(7));
}

function dayOf(random: Random): string {
  return `${random.integer(1901, 2199)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
