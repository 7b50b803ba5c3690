import type { Hydrant } from '../../model/entities/hydrant';
import type { HoseSource } from './answer';
import { frictionMpa, hoseLengths, relayPumps } from './friction';
import type { HoseSettings } from './settings';

/** GB 55036-2022 3.0.3, at fire from the ground: taken where nobody measured a hydrant, MPa. */
const LEAST_HYDRANT_MPA = 0.1;

/** One hydrant as a source over a lay: hoses, what a line carries, friction and pumps. @param assumedLps where nobody measured it */
export function hoseSource(
  { id, flowLps, residualPressureMpa = LEAST_HYDRANT_MPA }: Hydrant,
  layM: number,
  assumedLps: number,
  settings: HoseSettings,
): HoseSource {
  const lineLps = Math.min(flowLps ?? assumedLps, settings.lineLps);
  return {
    hydrantId: id,
    layM,
    lengths: hoseLengths(layM, settings.lengthM),
    ...(flowLps === undefined ? {} : { flowLps }),
    lineLps,
    frictionMpa: frictionMpa(settings.hose, lineLps, layM),
    pumps: relayPumps(settings, lineLps, layM, residualPressureMpa),
  };
}
