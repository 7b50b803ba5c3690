import type { LonLat } from '../../base/coordinates';
import { isInChina } from './chinese-offset';
import { type CrsId, computedBy, toWgs84 } from './crs';
import { epsgTable } from './epsg-table';
import { gaussKruger, metricCandidates } from './metric-systems';
import type { CrsContext, CrsGuess, CrsOffer } from './offer';
import { type Bounds, isNear, middleOf, type Sample, shareInside } from './sample';

const MOST_OFFERS = 12;
/** Finer than this, distances to roads tell nothing: hydrants stand at the kerb. */
const ROAD_STEP_M = 15;
const FEWEST_TO_MATCH = 12;
/** Two systems that put the batch this near to each other are one, degrees (about a metre). */
const SAME_DEG = 1e-5;

interface Candidate {
  readonly crs: CrsId;
  readonly swap: boolean;
  readonly positions: readonly LonLat[];
}

/**
 * Metres: each usual system, in both orders (Chinese surveyors write X for north), kept when the middle of the batch
 * falls on the district, or into China when there is none; when none does, every registered system is tried. Never
 * certain: several always fit within some hundred metres.
 */
export async function guessMetres(sample: Sample, context: CrsContext): Promise<CrsGuess> {
  const usual = await candidatesOf(sample, metricCandidates, context);
  const found = usual.length > 0 || !context.district ? usual : await registered(sample, context.district);
  const ranked = found.map((candidate, order) => ({ candidate, order, ...scoreOf(candidate, context) }));
  ranked.sort((a, b) => b.score - a.score || a.order - b.order);
  return {
    offers: ranked.slice(0, MOST_OFFERS).map(({ candidate, offer }) => ({ ...offer, crs: candidate.crs })),
    confidence: 'ask',
  };
}

async function candidatesOf(
  sample: Sample,
  systems: (easting: number, northing: number) => CrsId[],
  { district }: CrsContext,
): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  const middle = middleOf(sample);
  for (const swap of [false, true]) {
    const [easting, northing] = turned(middle, swap);
    for (const crs of systems(easting, northing)) {
      const convert = await toWgs84(crs);
      if (!convert.ok) continue;
      const place = convert.value(easting, northing);
      if (!isPlace(place) || !(district ? isNear(place, district) : isInChina(...place))) continue;
      candidates.push({ crs, swap, positions: sample.map((pair) => convert.value(...turned(pair, swap))) });
    }
  }
  return candidates;
}

/** Every registered system under which the batch is on the district; of those that agree, the first. */
async function registered(sample: Sample, district: Bounds): Promise<Candidate[]> {
  const middle = middleOf(sample);
  const found: Candidate[] = [];
  const places: LonLat[] = [];
  for (const [code, [, definition]] of Object.entries(await epsgTable())) {
    if (/\+proj=longlat/.test(definition)) continue;
    const convert = computedBy(definition);
    if (!convert) continue;
    for (const swap of [false, true]) {
      const place = convert(...turned(middle, swap));
      if (!isPlace(place) || !isNear(place, district) || places.some((other) => areSame(other, place))) continue;
      places.push(place);
      const positions = sample.map((pair) => convert(...turned(pair, swap)));
      found.push({ crs: `EPSG:${code}`, swap, positions });
    }
  }
  return found;
}

/** Systems rank by roads where there are any, by the share on the district, and by what the file's words name. */
function scoreOf({ crs, swap, positions }: Candidate, { district, references = [], words }: CrsContext) {
  const share = district ? shareInside(positions, district) : 0;
  const asked = positions.length >= FEWEST_TO_MATCH ? references : [];
  const near = asked.map((each) => ({ each, distanceM: each.medianDistanceM(positions) }));
  const proven = near.find(({ each, distanceM }) => distanceM < each.proof.nearM);
  const distanceM = proven?.distanceM ?? Number.NaN;
  const matched = proven !== undefined;
  const named = isNamed(crs, words);
  const reason = matched ? 'matched' : named ? 'named' : district ? 'inDistrict' : 'range';
  const offer: Omit<CrsOffer, 'crs'> = { swap, reason, ...(matched ? { distanceM } : {}) };
  const byRoads = matched ? 20 - 8 * Math.floor(distanceM / ROAD_STEP_M) : 0;
  return { offer, score: Math.round(share * 20) + (named ? 30 : 0) + byRoads };
}

function isNamed(crs: CrsId, words: string): boolean {
  const datum = gaussKruger(crs)?.datum;
  if (datum === 'Xian 1980') return /西安|xi.?an|80坐标/i.test(words);
  if (datum === 'Beijing 1954') return /北京54|北京1954|54坐标|beijing/i.test(words);
  if (datum === 'CGCS2000') return /cgcs|2000/i.test(words);
  return /utm/i.test(words) && /^EPSG:32[67]/.test(crs);
}

function turned([first, second]: readonly [number, number], swap: boolean): readonly [number, number] {
  return swap ? [second, first] : [first, second];
}

function isPlace([lon, lat]: LonLat): boolean {
  return Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lat) <= 85;
}

function areSame([lon, lat]: LonLat, [x, y]: LonLat): boolean {
  return Math.abs(lon - x) < SAME_DEG && Math.abs(lat - y) < SAME_DEG;
}
