import { describe, expect, it } from 'vitest';
import { frictionMpa, HOSE_KINDS, hoseLengths, pumpSpanM, relayPumps } from '../../src/analysis/hose/friction';

const [dn65, dn80] = HOSE_KINDS as [(typeof HOSE_KINDS)[0], (typeof HOSE_KINDS)[0], (typeof HOSE_KINDS)[0]];

/** Worked by hand from h = S·q² for each hose of 20 m, S = 0.035 (DN 65) and 0.015 (DN 80), 1 m of water = 9.80665 kPa. */
describe('friction in hose', () => {
  it('loses 0.875 m of water in one DN 65 hose at 5 L/s', () => {
    // 0.035 · 25 = 0.875 m = 0.008581 MPa
    expect(frictionMpa(dn65, 5, 20)).toBeCloseTo(0.0085808, 7);
  });

  it('loses 38.0 m of water over 300 m of DN 80 at 13 L/s', () => {
    // 15 hoses · 0.015 · 169 = 38.025 m = 0.37290 MPa
    expect(frictionMpa(dn80, 13, 300)).toBeCloseTo(0.372898, 6);
  });

  it('pushes 15 L/s through 543.8 m of DN 80 with 0.9 MPa to spend', () => {
    // 0.9 MPa = 91.7745 m; each metre takes 0.00075 · 225 = 0.16875 m; 91.7745 / 0.16875 = 543.85 m
    expect(pumpSpanM({ hose: dn80, pumpMpa: 1, intakeMpa: 0.1 }, 15)).toBeCloseTo(543.85, 1);
  });

  it('wants a pump at the hydrant and another after each span', () => {
    const settings = { hose: dn80, pumpMpa: 1, intakeMpa: 0.1 };
    expect(relayPumps(settings, 15, 300, 0.1)).toBe(1);
    expect(relayPumps(settings, 15, 543, 0.1)).toBe(1);
    expect(relayPumps(settings, 15, 545, 0.1)).toBe(2);
    expect(relayPumps(settings, 15, 1200, 0.1)).toBe(3);
  });

  it('wants none where the hydrant itself carries the water', () => {
    // 60 m of DN 80 at 15 L/s take 10.125 m = 0.0993 MPa; 0.25 − 0.0993 leaves 0.15
    expect(relayPumps({ hose: dn80, pumpMpa: 1, intakeMpa: 0.1 }, 15, 60, 0.25)).toBe(0);
  });

  it('counts whole hoses', () => {
    expect([0, 0.1, 20, 20.1, 180].map((metres) => hoseLengths(metres, 20))).toEqual([0, 1, 1, 2, 9]);
  });
});
