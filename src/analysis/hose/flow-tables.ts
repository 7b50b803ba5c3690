import type { BuildingUse } from '../../model/entities/building';

/** Buildings without a use stand as `unknown`. */
export type FlowUse = BuildingUse | 'unknown';

/** Needed fire flow of some uses, by steps of one size of the building. */
export interface FlowRow {
  readonly uses: readonly FlowUse[];
  readonly by: 'volumeM3' | 'floors' | 'footprintM2';
  /** Ascending; the first step whose `upTo` is not below the size counts. */
  readonly steps: readonly { readonly upTo: number; readonly flowLps: number }[];
  readonly clause: string;
  /** False = from memory or simplified: to be checked against the code before anybody relies on it. */
  readonly verified: boolean;
}

/** Needed fire flow by use and size, as data: users copy a table and edit it. */
export type FlowTable = readonly FlowRow[];

const ANY = Number.POSITIVE_INFINITY;
const GPM = 3.785411784 / 60;
const M3H = 1 / 3.6;

const steps = (...pairs: readonly (readonly [upTo: number, flowLps: number])[]): FlowRow['steps'] =>
  pairs.map(([upTo, flowLps]) => ({ upTo, flowLps }));

/**
 * Outdoor hydrants' design flow at fire resistance classes I and II; factories and warehouses as storing combustibles
 * (丙类). Quoted from memory: volumes and flows are to be checked against the table.
 */
const CN: FlowTable = [
  {
    uses: ['residential', 'rural'],
    by: 'volumeM3',
    steps: steps([ANY, 15]),
    clause: 'GB 50974-2014 表3.3.2',
    verified: false,
  },
  {
    uses: ['public', 'commercial', 'office', 'school', 'hospital', 'other', 'unknown'],
    by: 'volumeM3',
    steps: steps([5000, 15], [20_000, 25], [50_000, 30], [ANY, 40]),
    clause: 'GB 50974-2014 表3.3.2',
    verified: false,
  },
  {
    uses: ['industrial'],
    by: 'volumeM3',
    steps: steps([3000, 15], [5000, 20], [20_000, 25], [50_000, 30], [ANY, 40]),
    clause: 'GB 50974-2014 表3.3.2',
    verified: false,
  },
  {
    uses: ['warehouse'],
    by: 'volumeM3',
    steps: steps([3000, 15], [20_000, 25], [50_000, 35], [ANY, 45]),
    clause: 'GB 50974-2014 表3.3.2',
    verified: false,
  },
];

/** 48 m³/h for low build-up, 96 m³/h for trade and for more than three floors (the floors from memory). */
const DVGW: FlowTable = [
  {
    uses: ['residential', 'rural', 'other', 'unknown'],
    by: 'floors',
    steps: steps([3, 48 * M3H], [ANY, 96 * M3H]),
    clause: 'DVGW W 405',
    verified: false,
  },
  {
    uses: ['commercial', 'office', 'industrial', 'warehouse', 'public', 'school', 'hospital'],
    by: 'floors',
    steps: steps([ANY, 96 * M3H]),
    clause: 'DVGW W 405',
    verified: true,
  },
];

/**
 * ISO: dwellings of one or two families 11–30 ft apart 1,000 gpm (500 to 1,500 gpm by the distance between buildings).
 * Others: the least of IFC table B105.1, from memory; the full rating needs construction and exposure, which the plan lacks.
 */
const NFPA_ISO: FlowTable = [
  {
    uses: ['residential', 'rural'],
    by: 'floors',
    steps: steps([2, 1000 * GPM], [ANY, 1500 * GPM]),
    clause: 'ISO FSRS 300',
    verified: true,
  },
  {
    uses: ['commercial', 'office', 'industrial', 'warehouse', 'public', 'school', 'hospital', 'other', 'unknown'],
    by: 'floors',
    steps: steps([ANY, 1500 * GPM]),
    clause: 'IFC B105.1',
    verified: false,
  },
];

const GUIDANCE = 'UK National Guidance 2007, appendix 5';

const UK: FlowTable = [
  {
    uses: ['residential', 'rural', 'other', 'unknown'],
    by: 'floors',
    steps: steps([2, 8], [ANY, 35]),
    clause: GUIDANCE,
    verified: true,
  },
  {
    uses: ['school', 'hospital', 'public'],
    by: 'floors',
    steps: steps([1, 20], [ANY, 35]),
    clause: GUIDANCE,
    verified: true,
  },
  { uses: ['commercial', 'office'], by: 'floors', steps: steps([ANY, 20]), clause: GUIDANCE, verified: true },
  {
    uses: ['industrial', 'warehouse'],
    by: 'footprintM2',
    steps: steps([10_000, 20], [20_000, 35], [30_000, 50], [ANY, 75]),
    clause: GUIDANCE,
    verified: false,
  },
];

const TABLES: Readonly<Record<string, FlowTable>> = { cn: CN, dvgw: DVGW, 'nfpa-iso': NFPA_ISO, uk: UK };

export function flowTableOf(profileId: string): FlowTable {
  return TABLES[profileId] ?? CN;
}
