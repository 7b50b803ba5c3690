import { geoJSONToWkt } from 'betterknown';
import type { EntityType } from '../../model/entities/registry';
import { ENTITY_SPECS } from '../../model/entities/registry';
import type { EntityGeometry } from '../../model/entities/spec';
import { WGS84_CRS } from '../crs/crs';
import { type OutputSystem, placed } from './output-system';
import type { ExportWords } from './words';

/** Where a table keeps the geometry: two columns for points, one of WKT for lines and areas. */
export interface PositionColumns {
  readonly headers: readonly string[];
  cells(geometry: EntityGeometry): readonly (number | string)[];
}

/** The headers name the system, so that whoever reads the file needs not guess. */
export function positionColumns(type: EntityType, words: ExportWords, system: OutputSystem): PositionColumns {
  const bare = system.crs === WGS84_CRS && words.bareWgs84;
  const suffix = bare ? '' : `(${system.crs})`;
  if (ENTITY_SPECS[type].geometry !== 'Point')
    return {
      headers: [`WKT${suffix}`],
      cells: (geometry) => [(bare ? '' : srid(system)) + wktOf(placed(geometry, system))],
    };
  const names = system.degrees ? [words.lon, words.lat] : ['x', 'y'];
  return {
    headers: names.map((name) => name + suffix),
    cells: (geometry) => (geometry.type === 'Point' ? system.at(geometry.coordinates) : []),
  };
}

function wktOf(geometry: EntityGeometry): string {
  return geoJSONToWkt(geometry as unknown as GeoJSON.Geometry);
}

/** EWKT, as PostGIS writes it. */
function srid({ crs }: OutputSystem): string {
  if (crs === WGS84_CRS) return 'SRID=4326;';
  return crs.startsWith('EPSG:') ? `SRID=${crs.slice(5)};` : '';
}
