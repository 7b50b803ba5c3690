import type { LonLat } from '../../base/coordinates';
import { fromOffset, isInChina, showsOffsetMaps } from './chinese-offset';
import { type CrsId, WGS84_CRS } from './crs';
import type { CrsContext, CrsGuess, CrsOffer } from './offer';
import type { Reference } from './reference';
import { isNear, middleOf, type Sample } from './sample';

type Axes = Pick<CrsOffer, 'swap' | 'negate'>;

/** Points fewer than this prove nothing by lying near roads. */
const FEWEST_TO_MATCH = 12;
const SYSTEMS: readonly CrsId[] = [WGS84_CRS, 'GCJ02', 'BD09'];

/** Degrees: which number is the longitude, which lost its sign, and whether an online map shifted them. */
export function guessDegrees(sample: Sample, context: CrsContext): CrsGuess {
  const axes = axesOf(middleOf(sample), context);
  const positions = sample.map((pair) => placed(pair, axes));
  const { moved, ...used } = axes;
  const as = (crs: CrsId, reason: CrsOffer['reason'], distanceM?: number): CrsOffer => ({
    crs,
    ...used,
    reason,
    ...(distanceM === undefined ? {} : { distanceM }),
  });
  const plain = as(WGS84_CRS, context.declared ? 'declared' : moved ? 'inDistrict' : 'range');
  const middle = placed(middleOf(sample), axes);
  if (!isInChina(...middle)) return { offers: [plain], confidence: 'certain' };
  const guessed = (best: CrsOffer, certain = true): CrsGuess => ({
    offers: [best, ...SYSTEMS.filter((crs) => crs !== best.crs).map((crs) => as(crs, 'range'))],
    confidence: certain ? 'certain' : 'likely',
  });
  const matched = matchOf(positions, context.references ?? []);
  // A file that says WGS84 and lies on the roads only as something else: offered, and somebody should look.
  if (matched)
    return guessed(as(matched.crs, 'matched', matched.distanceM), !context.declared || matched.crs === WGS84_CRS);
  const named = namedSystem(context.words);
  if (named) return guessed(as(named, 'named'));
  if (context.declared) return guessed(plain);
  const likely = context.chinese && showsOffsetMaps(...middle);
  return guessed(likely ? as('GCJ02', 'habit') : plain, !likely);
}

function placed([first, second]: readonly [number, number], { swap, negate }: Axes): LonLat {
  const [lon, lat] = swap ? [second, first] : [first, second];
  return [negate === 'lon' || negate === 'both' ? -lon : lon, negate === 'lat' || negate === 'both' ? -lat : lat];
}

/**
 * The simplest reading under which the middle of the batch is on the district; without a district, or when none is,
 * what the names say and what a latitude can be. `moved`: not as written.
 */
function axesOf(
  middle: readonly [number, number],
  { first, district }: CrsContext,
): Axes & { readonly moved: boolean } {
  const written = first === 'lat';
  const readings: Axes[] = ([undefined, 'lon', 'lat', 'both'] as const).flatMap((negate) =>
    [written, !written].map((swap) => ({ swap, ...(negate ? { negate } : {}) })),
  );
  const possible = readings.filter((axes) => Math.abs(placed(middle, axes)[1]) <= 90);
  const home = district ? possible.find((axes) => isNear(placed(middle, axes), district)) : undefined;
  const found = home ?? possible[0] ?? readings[0]!;
  return { ...found, moved: found === home && (found.swap !== written || found.negate !== undefined) };
}

/** The system under which the batch lies on the roads or in the buildings, when that is clearly one. */
function matchOf(positions: readonly LonLat[], references: readonly Reference[]) {
  if (positions.length < FEWEST_TO_MATCH) return null;
  const candidates = SYSTEMS.map((crs) => ({ crs, places: positions.map((position) => shifted(crs, position)) }));
  const found = references.map((reference) => {
    const measured = candidates.map(({ crs, places }) => ({ crs, distanceM: reference.medianDistanceM(places) }));
    const [best, next] = measured.sort((a, b) => a.distanceM - b.distanceM);
    return { ...best!, share: best!.distanceM / next!.distanceM, proof: reference.proof };
  });
  const clear = found.filter(({ distanceM, share, proof }) => distanceM < proof.nearM && share < proof.share);
  return clear.sort((a, b) => a.share - b.share)[0] ?? null;
}

function shifted(crs: CrsId, position: LonLat): LonLat {
  return crs === 'GCJ02' || crs === 'BD09' ? fromOffset(crs, position) : position;
}

function namedSystem(words: string): CrsId | null {
  if (/gcj|火星|高德|腾讯|騰訊|amap/i.test(words)) return 'GCJ02';
  if (/bd-?09|百度|baidu/i.test(words)) return 'BD09';
  if (/wgs|cgcs|国家2000|國家2000|2000坐标|大地坐标|gps/i.test(words)) return WGS84_CRS;
  return null;
}
