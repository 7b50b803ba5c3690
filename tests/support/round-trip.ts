import type { FormatId, Layer } from '../../src/io/writers/writer';
import { ENTITY_SPECS, type Entity, type EntityType } from '../../src/model/entities/registry';
import type { AreaGeometry, EntityGeometry, FieldSpec } from '../../src/model/entities/spec';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a format holds of a value. Tables have one kind of line break; a text field of a .dbf has 254 bytes of UTF-8.
 * Nothing else of what the plan stores is lost in any format.
 */
export function held(format: FormatId, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (format === 'csv' || format === 'xlsx') return value.replace(/\r\n?/g, '\n');
  if (format !== 'shapefile') return value;
  // What is left of a character that was cut in two comes out as U+FFFD.
  const bytes = Buffer.from(value).subarray(0, 254);
  return (bytes.length < 254 ? value : new TextDecoder().decode(bytes).replace(/\ufffd$/, '')).trim();
}

/** Differences between what was written and what came back, field by field, in words; at most `most`. */
export function differences(
  format: FormatId,
  written: Layer,
  back: readonly Entity[],
  toleranceDeg = 0,
  most = 5,
): string[] {
  const found: string[] = [];
  const byId = new Map(back.map((record) => [record.id, record as unknown as Fields]));
  if (back.length !== written.records.length) found.push(`${back.length} records instead of ${written.records.length}`);
  for (const record of written.records) {
    const got = byId.get(record.id);
    if (!got) found.push(`${record.id} is missing`);
    else found.push(...differencesOf(format, written.type, record as unknown as Fields, got, toleranceDeg));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

function differencesOf(format: FormatId, type: EntityType, want: Fields, got: Fields, toleranceDeg: number): string[] {
  const names = (ENTITY_SPECS[type].fields as readonly FieldSpec[]).map(({ name }) => name);
  const wrong = names.filter((name) => held(format, want[name]) !== got[name]);
  const fields = wrong.map(
    (name) => `${want.id}.${name}: ${JSON.stringify(got[name])} instead of ${JSON.stringify(want[name])}`,
  );
  const [a, b] = [want.geometry as EntityGeometry, got.geometry as EntityGeometry];
  return sameGeometry(a, b, toleranceDeg)
    ? fields
    : [...fields, `${want.id}.geometry: ${JSON.stringify(b)} instead of ${JSON.stringify(a)}`];
}

/** The same corners in the same order; which way round a ring runs is the format's affair. */
export function sameGeometry(a: EntityGeometry, b: EntityGeometry, toleranceDeg: number): boolean {
  const [x, y] = [numbersOf(a), numbersOf(b)];
  return a.type === b.type && x.length === y.length && x.every((value, k) => Math.abs(value - y[k]!) <= toleranceDeg);
}

function numbersOf(geometry: EntityGeometry): number[] {
  if (geometry.type !== 'MultiPolygon') return geometry.coordinates.flat() as number[];
  return geometry.coordinates.flatMap((rings) => rings.map(oneWay)).flat(2);
}

function oneWay(ring: AreaGeometry['coordinates'][number][number]) {
  let area = 0;
  for (let k = 1; k < ring.length; k++) area += ring[k - 1]![0] * ring[k]![1] - ring[k]![0] * ring[k - 1]![1];
  return area < 0 ? [...ring].reverse() : ring;
}
