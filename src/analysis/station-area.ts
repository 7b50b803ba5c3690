import type { FireStation } from '../model/entities/fire-station';
import { ruleOf, type StandardProfile, type StandardRule } from '../model/standards/profile';

/** The rule on how much land a station of this class may have; special and full-time ones are held to the first class's. */
export function areaRuleOf(
  { class: stationClass }: Pick<FireStation, 'class'>,
  profile: StandardProfile,
): StandardRule | undefined {
  if (stationClass === 'second') return ruleOf(profile, 'station.areaSecond');
  return ruleOf(profile, stationClass === 'small' ? 'station.areaSmall' : 'station.areaFirst');
}
