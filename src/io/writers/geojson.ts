import type { Entity } from '../../model/entities/registry';
import type { EntityGeometry } from '../../model/entities/spec';
import { WGS84_CRS } from '../crs/crs';
import { ByteSink } from './byte-sink';
import { type Column, columnsOf } from './columns';
import { type OutputSystem, placed } from './output-system';
import { wound } from './rings';
import { Steps } from './steps';
import { recordCount, type Writer } from './writer';

/**
 * GeoJSON (RFC 7946): outer rings counter-clockwise, fields that nobody filled in absent. In another system than WGS84,
 * which the standard no longer provides for, the `crs` member of 2008 says so.
 */
export const geojsonWriter: Writer = {
  id: 'geojson',
  format: 'GeoJSON',
  ending: 'geojson',
  mime: 'application/geo+json',
  manyTypes: false,
  write: async (layers, options) => {
    const { words, system } = options;
    const steps = new Steps(recordCount(layers), options);
    const name = JSON.stringify(layers.map(({ type }) => words.type(type)).join(', '));
    const sink = new ByteSink().text(`{"type":"FeatureCollection","name":${name},${crsMember(system)}"features":[`);
    let first = true;
    for (const { type, records } of layers) {
      const columns = columnsOf(type, words).slice(1);
      for (const record of records) {
        sink.text(`${first ? '' : ','}\n${JSON.stringify(featureOf(record, columns, system))}`);
        first = false;
        await steps.step();
      }
    }
    return { bytes: sink.text('\n]}\n').take(), issues: [] };
  },
};

function featureOf(record: Entity, columns: readonly Column[], system: OutputSystem): GeoJSON.Feature {
  const properties: Record<string, unknown> = {};
  for (const { header, cell } of columns) {
    const value = cell(record);
    if (value !== undefined) properties[header] = value;
  }
  return { type: 'Feature', id: record.id, properties, geometry: geometryOf(placed(record.geometry, system)) };
}

function geometryOf(geometry: EntityGeometry): GeoJSON.Geometry {
  if (geometry.type !== 'MultiPolygon') return geometry as unknown as GeoJSON.Geometry;
  return {
    type: 'MultiPolygon',
    coordinates: wound(geometry.coordinates, 'counterclockwise'),
  } as unknown as GeoJSON.Geometry;
}

function crsMember({ crs }: OutputSystem): string {
  if (crs === WGS84_CRS) return '';
  const name = crs.startsWith('EPSG:') ? `urn:ogc:def:crs:EPSG::${crs.slice(5)}` : crs;
  return `"crs":{"type":"name","properties":{"name":${JSON.stringify(name)}}},`;
}
