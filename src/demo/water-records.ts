import type { XY } from '../base/coordinates';
import type { PutRecord } from '../model/change/change';
import { bend, COLUMN_X, RIVER_ROW, ROW_Y } from './town-plan';
import type { GeometryWriter } from './writer';

/** The river between its two embankment roads, two lakes, and where engines can draw water. */
export function waterRecords(writer: GeometryWriter): PutRecord[] {
  const bodies: [string, XY[]][] = [
    ['清漪河', river()],
    ['镜湖', lake([-520, 980], 150, 95, 0.4)],
    ['东塘', lake([4150, 2050], 170, 110, 2.1)],
    ['南塘', lake([-1450, -2980], 120, 80, 1.2)],
  ];
  const sources: [string, XY, 'natural' | 'pool' | 'wharf', number][] = [
    ['古渡取水码头', [-2300, -545], 'wharf', 2.8],
    ['人民桥取水码头', [-1000, -540], 'wharf', 3.1],
    ['滨河公园取水码头', [160, -430], 'wharf', 2.6],
    ['科技桥取水码头', [2350, -440], 'wharf', 4.4],
    ['镜湖取水点', [-520, 870], 'natural', 1.6],
    ['东塘取水点', [4020, 1960], 'natural', 2.2],
    ['南塘取水点', [-1450, -2890], 'natural', 1.9],
    ['化工区消防水池', [2950, -1100], 'pool', 3.5],
    ['物流园消防水池', [3900, 320], 'pool', 3.2],
    ['新城广场消防水池', [-350, 250], 'pool', 3.0],
    ['望山水池', [-3300, 3050], 'pool', 6.8],
    ['渡口村水塘', [-4250, -3050], 'natural', 1.2],
  ];
  return [
    ...bodies.map(
      ([name, ring], k): PutRecord => ({
        type: 'waterBody',
        entity: { id: `water-${k + 1}`, name, geometry: writer.area([ring]) },
      }),
    ),
    ...sources.map(
      ([name, at, kind, drawHeightM], k): PutRecord => ({
        type: 'waterSource',
        entity: {
          id: `source-${k + 1}`,
          name,
          kind,
          drawHeightM,
          ...(kind === 'pool' ? { volumeM3: 300 + 100 * (k % 4) } : {}),
          winterAccess: k % 5 !== 4,
          geometry: writer.point(bend(at)),
        },
      }),
    ),
  ];
}

function river(): XY[] {
  const [south, north] = [ROW_Y[RIVER_ROW]! + 30, ROW_Y[RIVER_ROW + 1]! - 30];
  const [west, east] = [COLUMN_X[0]!, COLUMN_X[COLUMN_X.length - 1]!];
  const steps = 120;
  const bank = (y: number, wave: number): XY[] =>
    Array.from({ length: steps + 1 }, (_, k) => {
      const x = west + ((east - west) * k) / steps;
      return bend([x, y + wave * Math.sin(x / 340)]);
    });
  return [...bank(south, 7), ...bank(north, -9).reverse()];
}

function lake([x, y]: XY, a: number, b: number, phase: number): XY[] {
  return Array.from({ length: 48 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 48;
    const wobble = 1 + 0.14 * Math.sin(2 * angle + phase) + 0.07 * Math.sin(5 * angle + phase);
    return bend([x + a * wobble * Math.cos(angle), y + b * wobble * Math.sin(angle)]);
  });
}
