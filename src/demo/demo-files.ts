import type { EntityType } from '../model/entities/registry';
import { createDemoZone } from './demo-zone';

const FILES: Readonly<Record<EntityType, string>> = {
  hydrant: 'hydrants',
  fireStation: 'stations',
  microStation: 'micro-stations',
  volunteerBrigade: 'brigades',
  keyUnit: 'units',
  incident: 'incidents',
  hazard: 'hazards',
  district: 'district',
  subdistrict: 'subdistricts',
  building: 'buildings',
  roadSegment: 'roads',
  waterBody: 'water',
  waterSource: 'water-sources',
  candidateSite: 'candidates',
};

/** The demonstration zone as GeoJSON files, one per record type, one record a line. */
export function demoFiles(seed?: number): { path: string; text: string }[] {
  const { records } = createDemoZone(seed);
  return Object.entries(FILES).map(([type, name]) => {
    const lines = records
      .filter((record) => record.type === type)
      .map(({ entity: { id, geometry, ...properties } }) =>
        JSON.stringify({ type: 'Feature', id, properties: { id, ...properties }, geometry }),
      );
    return { path: `${name}.geojson`, text: `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n` };
  });
}
