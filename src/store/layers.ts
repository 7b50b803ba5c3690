/** Every layer that the legend switches, in the legend's order. */
export const LAYER_IDS = [
  'gap',
  'subdistrict',
  'hydrantWorking',
  'hydrantDamaged',
  'hydrantOutOfService',
  'hydrantPlanned',
  'hydrantUnknown',
  'fireStation',
  'microStation',
  'volunteerBrigade',
  'keyUnit',
  'incident',
  'waterSource',
  'hazard',
  'candidateSite',
  'unsurveyedRoad',
  'building',
  'label',
] as const;
export type LayerId = (typeof LAYER_IDS)[number];

/** What shows at first: the answer and what stands behind it; the rest one click away. */
export const DEFAULT_LAYERS: Readonly<Record<LayerId, boolean>> = {
  gap: true,
  subdistrict: true,
  hydrantWorking: true,
  hydrantDamaged: true,
  hydrantOutOfService: true,
  hydrantPlanned: true,
  hydrantUnknown: true,
  fireStation: true,
  microStation: true,
  volunteerBrigade: false,
  keyUnit: true,
  incident: false,
  waterSource: false,
  hazard: false,
  candidateSite: false,
  unsurveyedRoad: true,
  building: true,
  label: true,
};
