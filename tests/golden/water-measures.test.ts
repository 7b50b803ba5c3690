import { describe, expect, it } from 'vitest';
import { judgeWater, type Supply } from '../../src/analysis/hose/judge';
import { measureOf } from '../../src/analysis/hose/measures';

const FT = 0.3048;
const gpm = (value: number): number => (value * 3.785411784) / 60;
const m3h = (value: number): number => value / 3.6;
const at = (layM: number, flowLps: number): Supply => ({ layM, flowLps });
const need = (flowLps: number, footprintM2 = 200) => ({ flowLps, footprintM2 });

/** ISO FSRS, as rating reports word it: up to 1,000 gpm within 300 ft, 670 gpm at 301–600 ft, 250 gpm at 601–1,000 ft. */
describe('the ISO measure', () => {
  const iso = measureOf('nfpa-iso');

  it('credits 1,920 gpm for three strong hydrants at 300, 600 and 1,000 ft', () => {
    const supplies = [at(300 * FT, gpm(1500)), at(600 * FT, gpm(1500)), at(1000 * FT, gpm(1500))];
    const water = judgeWater(iso, need(gpm(1920)), supplies, false);
    expect(water.availableLps).toBeCloseTo(gpm(1920), 9);
    expect(water.verdict).toBe('passes');
  });

  it('credits nothing beyond 1,000 ft and no more than a hydrant gives', () => {
    const supplies = [at(301 * FT, gpm(500)), at(999 * FT, gpm(100)), at(1001 * FT, gpm(2000))];
    expect(judgeWater(iso, need(gpm(750)), supplies, false).availableLps).toBeCloseTo(gpm(600), 9);
  });
});

/** DVGW W 405: all outlets within 300 m together 48 or 96 m³/h; single ones of 24 m³/h where two make the sum. */
describe('the DVGW measure', () => {
  const dvgw = measureOf('dvgw');

  it('makes 48 m³/h of two outlets of 24 m³/h', () => {
    expect(judgeWater(dvgw, need(m3h(48)), [at(70, m3h(24)), at(290, m3h(24))], false).verdict).toBe('passes');
  });

  it('leaves out an outlet under 24 m³/h and one beyond 300 m', () => {
    const supplies = [at(70, m3h(40)), at(200, m3h(20)), at(301, m3h(96))];
    const water = judgeWater(dvgw, need(m3h(48)), supplies, false);
    expect(water.availableLps).toBeCloseTo(m3h(40), 9);
    expect(water.verdict).toBe('flow');
  });

  it('wants the first within 75 m', () => {
    expect(judgeWater(dvgw, need(m3h(96)), [at(76, m3h(96))], false).verdict).toBe('first');
  });
});

/** GB 50974-2014: within 150 m; 15 L/s each, so a need of 40 L/s takes three. */
describe('the Chinese measure', () => {
  const cn = measureOf('cn');

  it('adds up what stands within 150 m', () => {
    const two = [at(40, 15), at(150, 15)];
    expect(judgeWater(cn, need(25), two, false)).toMatchObject({ verdict: 'passes', availableLps: 30, hydrants: 2 });
    expect(judgeWater(cn, need(40), two, false).verdict).toBe('flow');
    expect(judgeWater(cn, need(40), [...two, at(150.01, 15)], false).verdict).toBe('flow');
    expect(judgeWater(cn, need(15), [at(151, 15)], false)).toMatchObject({ verdict: 'distance', hydrants: 0 });
  });

  it('says that it does not know where nobody measured, and counts the least where the settings say so', () => {
    const unknown = [at(40, Number.NaN), at(60, 10)];
    expect(judgeWater(cn, need(25), unknown, false)).toMatchObject({
      verdict: 'flowUnknown',
      availableLps: 10,
      unmeasured: 1,
    });
    expect(judgeWater(cn, need(25), unknown, true)).toMatchObject({ verdict: 'passes', availableLps: 25 });
    expect(judgeWater(cn, need(30), unknown, false).verdict).toBe('flow');
  });
});

/** UK guidance: 8 L/s through any single hydrant; hydrants at most 210 m apart; within 100 m of a building over 280 m². */
describe('the British measure', () => {
  const uk = measureOf('uk');

  it('takes the best single hydrant and adds nothing up', () => {
    expect(judgeWater(uk, need(8), [at(50, 6), at(60, 7)], false).verdict).toBe('flow');
    expect(judgeWater(uk, need(8), [at(50, 6), at(105, 8)], false).verdict).toBe('passes');
  });

  it('wants half the spacing, and 100 m for a large building', () => {
    expect(judgeWater(uk, need(8), [at(106, 30)], false).verdict).toBe('distance');
    expect(judgeWater(uk, need(8, 280), [at(103, 30)], false).verdict).toBe('passes');
    expect(judgeWater(uk, need(8, 281), [at(103, 30)], false).verdict).toBe('first');
  });
});
