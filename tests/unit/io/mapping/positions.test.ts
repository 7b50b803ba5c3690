import { describe, expect, it } from 'vitest';
import { Positions, type RawPosition, samplePositions, tablePosition } from '../../../../src/io/mapping/positions';
import { tableOf } from '../../../support/tables';

const asIs = (first: number, second: number) => [first, second] as const;
const TOWN: RawPosition[] = Array.from({ length: 40 }, (_, k) => [121.4 + k / 1000, 31.2 + k / 2000]);
const town = new Positions(asIs, { swap: false }, TOWN);

describe('a position', () => {
  it('is taken as it is where the others are', () => {
    expect(town.at(121.41, 31.21)).toEqual({ position: [121.41, 31.21] });
  });

  it.each([
    ['exchanged', 31.21, 121.41, 'swapped'],
    ['without the minus of its longitude', -121.41, 31.21, 'sign'],
    ['without the minus of its latitude', 121.41, -31.21, 'sign'],
  ])('%s in one row is put right and remarked upon', (_, first, second, remark) => {
    expect(town.at(first, second)).toEqual({ position: [121.41, 31.21], remark });
  });

  it.each([
    [0, 0],
    [121.41, 0],
    [0, 31.21],
  ])('of %d, %d was never filled in', (first, second) => {
    expect(town.at(first, second)).toMatchObject({ code: 'import.zeros' });
  });

  it('far from all others is kept and remarked upon', () => {
    expect(town.at(116.4, 39.9)).toMatchObject({ position: [116.4, 39.9], remark: 'far', far: { km: 1078 } });
  });

  it('nowhere on earth is refused', () => {
    expect(town.at(500, 31.2)).toMatchObject({ code: 'import.notDegrees' });
    expect(town.at(Number.NaN, 31.2)).toMatchObject({ code: 'import.notNumbers' });
  });

  it('on the equator or the meridian is a place where the others are near', () => {
    const gulf = new Positions(asIs, { swap: false }, [
      [0.01, 0.02],
      [0.02, -0.01],
      [-0.01, 0.01],
    ]);
    expect(gulf.at(0, 0.01)).toEqual({ position: [0, 0.01] });
  });

  it('of a whole file turned or without signs is turned back', () => {
    const turned = new Positions(asIs, { swap: true, negate: 'lon' }, [
      [42.3, 71.1],
      [42.4, 71.2],
      [42.35, 71.15],
    ]);
    expect(turned.at(42.37, 71.12)).toEqual({ position: [-71.12, 42.37] });
  });

  it('in a table names the column that cannot be read', () => {
    const [feature] = tableOf([{ x: 'abc', y: '' }]).features;
    expect(tablePosition(feature!, { lon: 'x', lat: 'y' })).toMatchObject({
      code: 'import.coordinate',
      params: { column: 'x' },
    });
    expect(tablePosition(feature!, { lon: 'y', lat: 'x' })).toMatchObject({
      code: 'import.noCoordinate',
      params: { column: 'y' },
    });
    expect(tablePosition(feature!, undefined)).toMatchObject({ code: 'import.noPosition' });
  });

  it('is sampled evenly through a long file', () => {
    const { features } = tableOf(Array.from({ length: 10_000 }, (_, k) => ({ x: k, y: k })));
    const sample = samplePositions(features, { lon: 'x', lat: 'y' }, 100);
    expect(sample).toHaveLength(100);
    expect(sample.at(-1)![0]).toBeGreaterThan(9800);
  });
});
