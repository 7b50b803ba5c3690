import type { XY } from '../base/coordinates';
import { createRandom, type Random } from '../base/random';
import type { PutRecord } from '../model/change/change';
import { STATION_AT } from './forces';
import type { House } from './houses';
import type { UnitSite } from './unit-records';
import type { GeometryWriter } from './writer';

const INCIDENTS = 1900;
/** 36 months before 2026-06-30. */
const FIRST_DAY = Date.UTC(2023, 6, 1);
const DAYS = 1095;
/** Calls by hour of the day: few before dawn, most at dinner. */
const HOURS = [3, 2, 2, 1, 1, 2, 3, 4, 5, 5, 6, 7, 7, 6, 6, 6, 7, 8, 9, 10, 9, 7, 5, 4];
const WEIGHT: Readonly<Record<string, number>> = { oldTown: 5, newTown: 3, industry: 6, village: 1.4, fields: 1 };
const CAUSES = ['电气故障', '用火不慎', '遗留火种', '生产作业', '自燃', '玩火', '不明'];

/** Thirty-six months of calls with times that the streets allow: the far north-east waits longest. */
export function incidentRecords(
  houses: readonly House[],
  sites: readonly UnitSite[],
  writer: GeometryWriter,
  seed: number,
): PutRecord[] {
  const random = createRandom(seed).fork('incidents');
  const weights = houses.map(({ block, use }) => WEIGHT[block.cell.kind]! * (use === 'commercial' ? 2.2 : 1));
  const sum = accumulated(weights);
  return Array.from({ length: INCIDENTS }, (_, k): PutRecord => {
    const at = random.next() < 0.14 ? random.pick(sites).at : near(houses[drawn(sum, random)]!.centre, random);
    const kind = random.pick(['fire', 'rescue', 'assistance'] as const, [46, 24, 30]);
    const called = FIRST_DAY + random.integer(0, DAYS - 1) * 86_400_000 + secondOfDay(random) * 1000;
    const turnedOut = called + Math.round(random.between(38, 75)) * 1000;
    const arrived = turnedOut + Math.round(travelS(at, new Date(called).getUTCHours(), random)) * 1000;
    return {
      type: 'incident',
      entity: {
        id: `incident-${k + 1}`,
        number: `JQ-${String(k + 1).padStart(5, '0')}`,
        kind,
        calledAt: stamp(called),
        turnedOutAt: stamp(turnedOut),
        arrivedAt: stamp(arrived),
        ...(kind === 'fire' ? { cause: random.pick(CAUSES), propertySavedCny: random.integer(1, 80) * 5000 } : {}),
        stationId: 'station-1',
        geometry: writer.point(at),
      },
    };
  });
}

/** Straight line times a detour of 1.35 at 34 km/h, slower in the rush hours, never the same twice. */
function travelS([x, y]: XY, hour: number, random: Random): number {
  const road = 1.35 * Math.hypot(x - STATION_AT[0], y - STATION_AT[1]);
  const rush = (hour >= 7 && hour < 9) || (hour >= 17 && hour < 19) ? 1.22 : hour < 6 ? 0.88 : 1;
  return 25 + (road / (34 / 3.6)) * rush * Math.exp(0.16 * random.normal());
}

function near([x, y]: XY, random: Random): XY {
  return [x + random.between(-9, 9), y + random.between(-9, 9)];
}

function secondOfDay(random: Random): number {
  return (
    random.pick(
      HOURS.map((_, hour) => hour),
      HOURS,
    ) *
      3600 +
    random.integer(0, 3599)
  );
}

function stamp(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}

function accumulated(weights: readonly number[]): Float64Array {
  const sum = new Float64Array(weights.length);
  let total = 0;
  for (const [i, weight] of weights.entries()) {
    total += weight;
    sum[i] = total;
  }
  return sum;
}

function drawn(sum: Float64Array, random: Random): number {
  const target = random.next() * sum[sum.length - 1]!;
  let low = 0;
  let high = sum.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sum[middle]! <= target) low = middle + 1;
    else high = middle;
  }
  return low;
}
