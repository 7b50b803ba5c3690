import type { LonLat } from '../../base/coordinates';
import { fromOffset, isInChina } from './chinese-offset';
import { type CrsId, toWgs84, WGS84_CRS } from './crs';
import { metricCandidates } from './metric-systems';
import type { Reference } from './reference';

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A coordinate system that a file may be in, and why. */
export interface CrsOffer {
  readonly crs: CrsId;
  /** The first number is the latitude or northing. */
  readonly swap: boolean;
  /**
   * `declared` by the file · `named` in a column's or the file's name · `matched` with the plan's roads or buildings ·
   * `inDistrict`: only so it falls on the district · `habit`: Chinese tables mostly come from online maps · `range` of the numbers.
   */
  readonly reason: 'declared' | 'named' | 'matched' | 'inDistrict' | 'habit' | 'range';
  /** Median distance to the nearest road of the plan, metres, where that was the reason. */
  readonly distanceM?: number;
}

export interface CrsGuess {
  /** Best first. Empty when nothing fits. */
  readonly offers: readonly CrsOffer[];
  /** False when the user has to say: several systems fit equally well. */
  readonly certain: boolean;
}

export interface CrsContext {
  readonly declared?: CrsId | undefined;
  /** Names of columns and file, for words such as 火星坐标 or 2000. */
  readonly words: string;
  /** The file is a Chinese table. */
  readonly chinese: boolean;
  /** Bounds of the plan's district. */
  readonly district?: Bounds | null;
  readonly reference?: Reference | null;
}

/** Points fewer than this prove nothing by lying near roads. */
const FEWEST_TO_MATCH = 12;
/** The better system must bring the median distance to roads below this share of the other's. */
const CLEARLY_NEARER = 0.65;
/** How far outside the district records may still be meant, degrees. */
const MARGIN_DEG = 0.15;

/**
 * Which system a sample of coordinates is in.
 * @param sample first and second number of each position, as the file has them
 */
export async function guessCrs(sample: readonly (readonly [number, number])[], context: CrsContext): Promise<CrsGuess> {
  const finite = sample.filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b) && (a !== 0 || b !== 0));
  if (context.declared && context.declared !== WGS84_CRS)
    return { offers: [{ crs: context.declared, swap: false, reason: 'declared' }], certain: true };
  if (finite.length === 0) return { offers: [{ crs: WGS84_CRS, swap: false, reason: 'range' }], certain: true };
  const [first, second] = [medianOf(finite.map(([a]) => a)), medianOf(finite.map(([, b]) => b))];
  if (Math.abs(first) <= 180 && Math.abs(second) <= 180) return guessDegrees(finite, first, second, context);
  return guessMetres(first, second, context);
}

function guessDegrees(
  sample: readonly (readonly [number, number])[],
  first: number,
  second: number,
  context: CrsContext,
): CrsGuess {
  const swap = areSwapped(first, second, context);
  const positions = sample.map(([a, b]): LonLat => (swap ? [b, a] : [a, b]));
  const [lon, lat] = swap ? [second, first] : [first, second];
  const as = (crs: CrsId, reason: CrsOffer['reason'], distanceM?: number): CrsOffer => ({
    crs,
    swap,
    reason,
    ...(distanceM === undefined ? {} : { distanceM }),
  });
  const plain = as(WGS84_CRS, context.declared ? 'declared' : 'range');
  if (!isInChina(lon, lat)) return { offers: [plain], certain: true };
  const matched = matchOf(positions, context.reference ?? null);
  if (matched) {
    const best = as(matched.crs, 'matched', matched.distanceM);
    return { offers: [best, ...others(best, swap)], certain: true };
  }
  const named = namedSystem(context.words);
  if (named) return { offers: [as(named, 'named'), ...others(as(named, 'named'), swap)], certain: true };
  if (context.declared) return { offers: [plain, ...others(plain, swap)], certain: true };
  const likely = context.chinese ? as('GCJ02', 'habit') : plain;
  return { offers: [likely, ...others(likely, swap)], certain: !context.chinese };
}

function others(best: CrsOffer, swap: boolean): CrsOffer[] {
  return [WGS84_CRS, 'GCJ02', 'BD09']
    .filter((crs) => crs !== best.crs)
    .map((crs) => ({ crs, swap, reason: 'range' as const }));
}

/** Latitude first, by size alone or because only so the batch lies in China or in the district. */
function areSwapped(first: number, second: number, { district }: CrsContext): boolean {
  if (Math.abs(second) > 90) return true;
  if (Math.abs(first) > 90) return false;
  if (!district) return false;
  return !inside([first, second], district) && inside([second, first], district);
}

/** The system under which the batch lies on the roads, when that is clearly one. */
function matchOf(positions: readonly LonLat[], reference: Reference | null) {
  if (!reference || positions.length < FEWEST_TO_MATCH) return null;
  const measured = [WGS84_CRS, 'GCJ02', 'BD09'].map((crs) => ({
    crs,
    distanceM: reference.medianDistanceM(positions.map((position) => shifted(crs, position))),
  }));
  measured.sort((a, b) => a.distanceM - b.distanceM);
  const [best, next] = measured;
  return best!.distanceM < 60 && best!.distanceM < CLEARLY_NEARER * next!.distanceM ? best! : null;
}

function shifted(crs: CrsId, position: LonLat): LonLat {
  return crs === 'GCJ02' || crs === 'BD09' ? fromOffset(crs, position) : position;
}

function namedSystem(words: string): CrsId | null {
  if (/gcj|火星|高德|腾讯|amap/i.test(words)) return 'GCJ02';
  if (/bd-?09|百度|baidu/i.test(words)) return 'BD09';
  if (/wgs|cgcs|国家2000|2000坐标|大地坐标|gps/i.test(words)) return WGS84_CRS;
  return null;
}

/**
 * Metres: each candidate system, in both orders (Chinese surveyors write X for north), kept when the middle of the
 * batch falls on the district, or into China when there is none.
 */
async function guessMetres(first: number, second: number, { district }: CrsContext): Promise<CrsGuess> {
  const offers: (CrsOffer & { readonly far: number })[] = [];
  for (const swap of [false, true]) {
    const [easting, northing] = swap ? [second, first] : [first, second];
    for (const crs of metricCandidates(easting, northing)) {
      const convert = await toWgs84(crs);
      if (!convert.ok) continue;
      const [lon, lat] = convert.value(easting, northing);
      if (!Number.isFinite(lon) || !Number.isFinite(lat) || Math.abs(lat) > 85) continue;
      const fits = district ? inside([lon, lat], district) : isInChina(lon, lat);
      const far = district
        ? Math.hypot(lon - (district[0] + district[2]) / 2, lat - (district[1] + district[3]) / 2)
        : 0;
      if (fits) offers.push({ crs, swap, reason: district ? 'inDistrict' : 'range', far: Math.round(far * 1000) });
    }
  }
  // Systems of one meridian but another datum lie within some hundred metres: the newest stands first in the table.
  const ranked = offers.map((offer, order) => ({ offer, order }));
  ranked.sort((a, b) => a.offer.far - b.offer.far || a.order - b.order);
  return {
    offers: ranked.map(({ offer: { far: _, ...offer } }) => offer),
    certain: offers.length === 1,
  };
}

function inside([lon, lat]: LonLat, [west, south, east, north]: Bounds): boolean {
  return lon >= west - MARGIN_DEG && lon <= east + MARGIN_DEG && lat >= south - MARGIN_DEG && lat <= north + MARGIN_DEG;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
