import type { CoverageSettings } from './answer';

/** The code's numbers for China: GB 50974-2014 7.2.5 for the radius; 36 months of incidents; yearly inspection. */
export const DEFAULT_COVERAGE_SETTINGS: CoverageSettings = {
  profileId: 'cn',
  radiusM: 150,
  ownRadii: true,
  countPlanned: false,
  incidentMonths: 36,
  inspectionMonths: 12,
};
