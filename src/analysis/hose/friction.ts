/** Pressure of a metre of water at 9.80665 m/s² and 1,000 kg/m³, MPa. */
const MPA_PER_HEAD_M = 0.00980665;

/**
 * A lined hose. The loss of head in one metre of it is `headPerM · q²`, q in L/s. The figures are those of Chinese
 * firefighting handbooks, given there for a length of 20 m: 0.035 (DN 65), 0.015 (DN 80), 0.008 (DN 90). Quoted from
 * memory and editable; makers' tests of a hose come before them.
 */
export interface HoseKind {
  readonly diameterMm: number;
  /** Metres of water lost per metre of hose at 1 L/s. */
  readonly headPerM: number;
  readonly verified: boolean;
}

export const HOSE_KINDS: readonly HoseKind[] = [
  { diameterMm: 65, headPerM: 0.035 / 20, verified: false },
  { diameterMm: 80, headPerM: 0.015 / 20, verified: false },
  { diameterMm: 90, headPerM: 0.008 / 20, verified: false },
];

/** How water is pushed through the hose. */
export interface PumpSettings {
  readonly hose: HoseKind;
  /** Highest pressure that a pump on the line gives, MPa. */
  readonly pumpMpa: number;
  /** What must be left where the next pump takes in, MPa. */
  readonly intakeMpa: number;
}

/** Pressure lost to friction: p = c · q² · L, MPa. Flat ground: heights are not in the plan. */
export function frictionMpa({ headPerM }: HoseKind, flowLps: number, lengthM: number): number {
  return headPerM * MPA_PER_HEAD_M * flowLps ** 2 * lengthM;
}

/** How far one pump pushes the flow, metres. */
export function pumpSpanM({ hose, pumpMpa, intakeMpa }: PumpSettings, flowLps: number): number {
  return (pumpMpa - intakeMpa) / frictionMpa(hose, flowLps, 1);
}

/**
 * Pumps on the line besides the engine at the fire: none where the hydrant's own pressure carries the water all the way,
 * else one at the hydrant and one more after each span. @param hydrantMpa pressure at the hydrant while it flows
 */
export function relayPumps(settings: PumpSettings, flowLps: number, lengthM: number, hydrantMpa: number): number {
  if (hydrantMpa - frictionMpa(settings.hose, flowLps, lengthM) >= settings.intakeMpa) return 0;
  return Math.max(1, Math.ceil(lengthM / pumpSpanM(settings, flowLps)));
}

/** Whole hoses of a lay. */
export function hoseLengths(layM: number, oneM: number): number {
  return Math.ceil(layM / oneM);
}
