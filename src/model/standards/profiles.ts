import { CN } from './cn';
import { DVGW } from './dvgw';
import { NFPA_ISO } from './nfpa-iso';
import type { StandardProfile } from './profile';
import { UK } from './uk';

/** All profiles, the default first. */
export const PROFILES: readonly StandardProfile[] = [CN, NFPA_ISO, DVGW, UK];

/** @throws Error when there is no such profile */
export function profileById(id: string): StandardProfile {
  const profile = PROFILES.find((candidate) => candidate.id === id);
  if (!profile) throw new Error(`No standard profile ${id}; there are ${PROFILES.map((p) => p.id).join(', ')}`);
  return profile;
}
