import { area, buffer, featureCollection, intersect, point, polygon, union } from '@turf/turf';
import type { XY } from '../../src/base/coordinates';
import { createRandom } from '../../src/base/random';
import { DiscCoverage } from '../../src/geometry/disc-coverage';
import { createRegion, type Region } from '../../src/geometry/region';
import { fastest, line, once, percentile } from '../support/measure';
import { GeosPeer } from './geos';
import { streetPoints } from './street-points';

const RADIUS = 150;
const CHORD_ERROR_M = 0.5;

const geos = await GeosPeer.start();
const ours = new Map<number, number>();
for (const count of [1000, 10_000, 100_000, 1_000_000]) ours.set(count, measureOurs(count));
for (const count of [1000, 10_000, 100_000]) compareWithGeos(count, 64);
compareError(1000, 1024);
compareWithTurf(1000);
measureMoves(100_000);

function regionOf(district: XY[]): Region {
  const region = createRegion([[district]]);
  if (!region.ok) throw new Error(region.issue.code);
  return region.value;
}

function radii(count: number): Float64Array {
  return new Float64Array(count).fill(RADIUS);
}

function measureOurs(count: number): number {
  const { x, y, district } = streetPoints(count);
  const r = radii(count);
  const region = regionOf(district);
  const job = () => {
    const coverage = new DiscCoverage(x, y, r, region);
    return { coverage, gaps: coverage.gaps(CHORD_ERROR_M) };
  };
  const { ms, value } = fastest(count >= 1_000_000 ? 1 : count > 10_000 ? 5 : 40, job);
  const missing = value.coverage.districtAreaM2 - value.coverage.coveredAreaM2;
  const rest = Math.abs(value.gaps.reduce((sum, { areaM2 }) => sum + areaM2, 0) - missing) / missing;
  const target = count === 100_000 ? 'asked: under 250 ms' : count === 1_000_000 ? 'asked: under 5,000 ms' : '';
  line(`area, clip and gap rings of ${count.toLocaleString('en')} hydrants`, `${ms.toFixed(1)} ms`, target);
  line('  gap areas against district − covered', `off by ${rest.toExponential(1)}`);
  return ms;
}

function compareWithGeos(count: number, sides: number): void {
  const { x, y, district } = streetPoints(count);
  const { ms } = once(() => geos.coveredArea(x, y, RADIUS, sides, district));
  line(`GEOS: ${sides}-gon buffers, unary union, clip of ${count.toLocaleString('en')}`, `${ms.toFixed(0)} ms`);
  line(
    '  times faster than GEOS',
    `${(ms / ours.get(count)!).toFixed(0)} ×`,
    count === 100_000 ? 'asked: at least 40 ×' : '',
  );
}

function compareError(count: number, sides: number): void {
  const { x, y, district } = streetPoints(count);
  const exact = new DiscCoverage(x, y, radii(count), regionOf(district)).coveredAreaM2;
  line(
    `relative difference to GEOS with ${sides}-gons, ${count.toLocaleString('en')}`,
    Math.abs(exact / geos.coveredArea(x, y, RADIUS, sides, district) - 1).toExponential(2),
    'asked: under 1e-5',
  );
}

function compareWithTurf(count: number): void {
  const { x, y, district } = streetPoints(count);
  // turf works in degrees: the town lies at 0°, 0°, where both axes have nearly one scale.
  const degrees = ([px, py]: XY): [number, number] => [px / 111_320, py / 111_320];
  const land = polygon([[...district, district[0]!].map(degrees)]);
  const { ms, value } = once(() => {
    const discs = Array.from(x, (cx, i) => buffer(point(degrees([cx, y[i]!])), RADIUS / 1000, { steps: 16 })!);
    const joined = union(featureCollection(discs))!;
    return intersect(featureCollection([joined as typeof land, land]));
  });
  const covered = value ? area(value) / 1e6 : 0;
  line(
    `turf: 64-gon buffers, union, clip of ${count.toLocaleString('en')}`,
    `${ms.toFixed(0)} ms, ${covered.toFixed(2)} km²`,
  );
  line('  times faster than turf', `${(ms / ours.get(count)!).toFixed(0)} ×`, 'asked: at least 2,000 ×');
}

function measureMoves(count: number): void {
  const { x, y, district } = streetPoints(count);
  const coverage = new DiscCoverage(x, y, radii(count), regionOf(district));
  const random = createRandom(7);
  const times = Array.from({ length: 5000 }, () => {
    const i = random.integer(0, count - 1);
    const [px, py] = [x[i]! + random.between(-100, 100), y[i]! + random.between(-100, 100)];
    const started = performance.now();
    coverage.move(i, px, py);
    return performance.now() - started;
  });
  line(
    `moving one hydrant among ${count.toLocaleString('en')}, new area`,
    `median ${percentile(times, 0.5).toFixed(3)} ms, p95 ${percentile(times, 0.95).toFixed(3)}`,
    'asked: median under 1 ms',
  );
}
