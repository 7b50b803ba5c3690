import type { ResponseSettings } from './answer';

/** Four minutes of driving (建标152-2017) at a mean speed within what the code's area limits imply, λ in its range. */
export const DEFAULT_RESPONSE_SETTINGS: ResponseSettings = {
  profileId: 'cn',
  metric: { kind: 'radius' },
  by: 'minutes',
  thresholds: [3, 4, 5, 8],
  speedKmh: 35,
  detourFactor: 1.35,
  countPlanned: false,
  incidentMonths: 36,
};
