import type { LonLat } from '../../base/coordinates';
import { type Issue, issueOf } from '../../base/issue';
import type { ToWgs84 } from '../crs/crs';
import type { RawFeature } from '../readers/reader';
import { parseAngle, parsePair } from './angle';
import type { ImportChoices, PositionColumns } from './import-plan';

export type RawPosition = readonly [first: number, second: number];
/** [west, south, east, north]. */
type Box = readonly [number, number, number, number];

/** A position in WGS84 and, when there is something to say of it, what. */
export interface ReadPosition {
  readonly position: LonLat;
  /** `swapped`, `sign`: a slip in the row was mended; `far`: nothing is wrong by itself, but no other record is near. */
  readonly remark?: 'swapped' | 'sign' | 'far';
  /** Kilometres from the middle of the others. */
  readonly far?: { readonly km: number };
}

/** How much farther than the middle nine tenths of a batch a row may lie and still be taken as it is, degrees. */
const ROOM_DEG = 0.5;
/** Fewer tell nothing of where the others are. */
const FEWEST_FOR_USUAL = 3;
const KM_PER_DEG = 111.2;

/** Turns a file's numbers into WGS84 and mends rows that only make sense otherwise: swapped, or without their minus. */
export class Positions {
  private readonly usual: Box | null;

  /** @param sample positions of the file, for knowing where the batch lies; empty switches mending off */
  constructor(
    private readonly toWgs84: ToWgs84,
    private readonly axes: Pick<ImportChoices, 'swap' | 'negate'>,
    sample: readonly RawPosition[],
  ) {
    this.usual = usualBox(sample.map(([a, b]) => this.convert(a, b)).filter(isOnEarth));
  }

  at(first: number, second: number): ReadPosition | Issue {
    if (!Number.isFinite(first) || !Number.isFinite(second))
      return issueOf('import.notNumbers', { value: `${first}, ${second}` });
    if (first === 0 && second === 0) return issueOf('import.zeros', { lon: first, lat: second });
    const position = this.convert(first, second);
    const onEarth = isOnEarth(position);
    if (onEarth && (!this.usual || inside(position, this.usual))) return { position };
    if (this.usual && (first === 0 || second === 0)) return issueOf('import.zeros', { lon: first, lat: second });
    const mended = this.usual && this.mend(first, second, this.usual);
    if (mended) return mended;
    if (onEarth) return { position, remark: 'far', far: { km: kmTo(position, this.usual!) } };
    const [lon, lat] = position;
    if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90)
      return issueOf('import.swapped', { lon, lat });
    return issueOf('import.notDegrees', { lon: first, lat: second });
  }

  private convert(first: number, second: number): LonLat {
    const { swap, negate } = this.axes;
    const [x, y] = swap ? [second, first] : [first, second];
    if (!negate) return this.toWgs84(x, y);
    return this.toWgs84(negate === 'lat' ? x : -x, negate === 'lon' ? y : -y);
  }

  private mend(first: number, second: number, usual: Box): ReadPosition | null {
    const turned = this.convert(second, first);
    if (inside(turned, usual)) return { position: turned, remark: 'swapped' };
    for (const [a, b] of [
      [-first, second],
      [first, -second],
      [-first, -second],
    ] as const) {
      const signed = this.convert(a, b);
      if (inside(signed, usual)) return { position: signed, remark: 'sign' };
    }
    return null;
  }
}

function kmTo([lon, lat]: LonLat, [west, south, east, north]: Box): number {
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2];
  const squeeze = Math.cos((middleLat * Math.PI) / 180);
  return Math.round(Math.hypot((lon - middleLon) * squeeze, lat - middleLat) * KM_PER_DEG);
}

/** The position that a table's columns give, in the file's numbers, or what is wrong with it. */
export function tablePosition(
  { properties, row }: RawFeature,
  columns: PositionColumns | undefined,
): RawPosition | Issue {
  if (!columns) return issueOf('import.noPosition', { row });
  if (columns.lon === columns.lat)
    return parsePair(properties[columns.lon]) ?? unreadable(columns.lon, properties[columns.lon]);
  const first = parseAngle(properties[columns.lon]);
  if (first === null) return unreadable(columns.lon, properties[columns.lon]);
  const second = parseAngle(properties[columns.lat]);
  return second === null ? unreadable(columns.lat, properties[columns.lat]) : [first, second];
}

/** The first position of a record in the file's numbers; null when it has none. */
export function rawPositionOf(feature: RawFeature, columns: PositionColumns | undefined): RawPosition | null {
  if (feature.geometry) return firstOf(feature.geometry);
  const position = tablePosition(feature, columns);
  return 'code' in position ? null : position;
}

/** Positions spread evenly through a file, at most `most`. */
export function samplePositions(
  features: readonly RawFeature[],
  columns: PositionColumns | undefined,
  most = 2000,
): RawPosition[] {
  const every = Math.max(1, Math.ceil(features.length / most));
  const sample: RawPosition[] = [];
  for (let k = 0; k < features.length; k += every) {
    const position = rawPositionOf(features[k]!, columns);
    if (position) sample.push(position);
  }
  return sample;
}

function firstOf(geometry: GeoJSON.Geometry): RawPosition | null {
  if (geometry.type === 'GeometryCollection') return null;
  let at: unknown = geometry.coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  return Array.isArray(at) && typeof at[0] === 'number' && typeof at[1] === 'number' ? [at[0], at[1]] : null;
}

function unreadable(column: string, value: unknown): Issue {
  if (String(value ?? '').trim() === '') return issueOf('import.noCoordinate', { column });
  return issueOf('import.coordinate', { column, value: String(value ?? '').slice(0, 60) });
}

function isOnEarth([lon, lat]: LonLat): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

function inside([lon, lat]: LonLat, [west, south, east, north]: Box): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** The middle nine tenths in each direction with room around; null for too few to know what is usual. */
function usualBox(positions: readonly LonLat[]): Box | null {
  if (positions.length < FEWEST_FOR_USUAL) return null;
  const span = (values: number[]): [number, number] => {
    values.sort((a, b) => a - b);
    const low = values[Math.floor(0.05 * values.length)]!;
    const high = values[Math.ceil(0.95 * values.length) - 1]!;
    const room = ROOM_DEG + (high - low) / 2;
    return [low - room, high + room];
  };
  const [west, east] = span(positions.map(([lon]) => lon));
  const [south, north] = span(positions.map(([, lat]) => lat));
  return [west, south, east, north];
}
