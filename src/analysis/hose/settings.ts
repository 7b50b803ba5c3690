import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import type { FlowTable } from './flow-tables';
import { HOSE_KINDS, type PumpSettings } from './friction';
import type { WaterMeasure } from './measures';

/** Nobody lays more hose than this, metres. */
export const MOST_LAY_M = 3000;

/** What the planner sets; every answer carries the settings that made it. */
export interface HoseSettings extends PumpSettings {
  readonly profileId: string;
  /** In place of the profile's own measure and table of needed flows, where users have edited them. */
  readonly measure?: WaterMeasure;
  readonly flowTable?: FlowTable;
  /** Hose that an engine carries, metres. */
  readonly carriedM: number;
  /** One hose, metres. */
  readonly lengthM: number;
  /** Hydrants are counted within these lays, metres, ascending. */
  readonly countWithinM: readonly number[];
  /** A building farther than this from any street fronts on none, metres. */
  readonly frontageMaxM: number;
  /** A hydrant farther than this from any street is left out and named, metres. */
  readonly hydrantMaxM: number;
  /** Count hydrants whose flow nobody knows with the code's least; otherwise they give nothing and are named. */
  readonly assumeFlow: boolean;
  readonly countPlanned: boolean;
  /** Most that one line of hose carries, L/s. */
  readonly lineLps: number;
}

export const DEFAULT_HOSE_SETTINGS: HoseSettings = {
  profileId: 'cn',
  carriedM: 180,
  lengthM: 20,
  countWithinM: [150, 300],
  frontageMaxM: 100,
  hydrantMaxM: 50,
  assumeFlow: false,
  countPlanned: false,
  hose: HOSE_KINDS[1]!,
  lineLps: 15,
  pumpMpa: 1,
  intakeMpa: 0.1,
};

/** Issue: `hose.settings` with the name of the setting that will not do. */
export function checkHoseSettings(settings: HoseSettings): Result<HoseSettings> {
  const wrong = wrongSetting(settings);
  return wrong ? fail(issueOf('hose.settings', wrong)) : ok(settings);
}

function wrongSetting(settings: HoseSettings): { setting: string; value: number } | null {
  const lengths = ['carriedM', 'lengthM', 'frontageMaxM', 'hydrantMaxM', 'lineLps', 'pumpMpa'] as const;
  const bad = lengths.find((name) => !(settings[name] > 0 && settings[name] <= MOST_LAY_M));
  if (bad) return { setting: bad, value: settings[bad] };
  const count = settings.countWithinM.find((value) => !(value > 0 && value <= MOST_LAY_M));
  if (count !== undefined) return { setting: 'countWithinM', value: count };
  return settings.intakeMpa >= 0 && settings.intakeMpa < settings.pumpMpa
    ? null
    : { setting: 'intakeMpa', value: settings.intakeMpa };
}
