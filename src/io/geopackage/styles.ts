import type { EntityType } from '../../model/entities/registry';
import { addContents, hasTable } from './core-tables';
import { GEOMETRY_COLUMN, LAYERS } from './layers';
import { type QgisSymbol, qml, type Renderer } from './qml';
import type { Database } from './sqlite';

const TABLE = `CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))`;

/** Gives a style to each layer that has none; QGIS applies it on opening. What somebody styled anew stays. */
export function addStyles(db: Database): void {
  if (!hasTable(db, 'layer_styles')) {
    db.exec(TABLE);
    addContents(db, 'layer_styles', { identifier: 'layer_styles', description: 'QGIS', srsId: null });
  }
  const styled = new Set(db.selectValues('SELECT f_table_name FROM layer_styles'));
  for (const layer of LAYERS) {
    if (styled.has(layer.table)) continue;
    db.exec({
      sql: `INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,
        styleQML, styleSLD, useAsDefault, description, owner) VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '')`,
      bind: [layer.table, GEOMETRY_COLUMN, layer.titleZh, qml(layer, RENDERERS[layer.type]), layer.titleEn],
    });
  }
}

const HYDRANT = '22,104,196,255';
const STATION = '168,20,31,255';
const NONE = '0,0,0,0';
const WHITE = '255,255,255,255';

function marker(name: string, color: string, size: number, edge = WHITE): QgisSymbol {
  const properties = { name, color, size: String(size), size_unit: 'MM', outline_color: edge, outline_width: '0.3' };
  return { kind: 'marker', properties };
}

function fill(color: string, edge: string, edgeWidth: number, edgeStyle = 'solid'): QgisSymbol {
  const outline = { outline_color: edge, outline_width: String(edgeWidth), outline_style: edgeStyle };
  return { kind: 'fill', properties: { color, style: color === NONE ? 'no' : 'solid', ...outline } };
}

function line(color: string, width: number): QgisSymbol {
  const ends = { capstyle: 'round', joinstyle: 'round' };
  return { kind: 'line', properties: { line_color: color, line_width: String(width), line_width_unit: 'MM', ...ends } };
}

/** The signs of the app's map, as far as QGIS's plain symbols go. */
const RENDERERS: Readonly<Record<EntityType, Renderer>> = {
  hydrant: {
    by: 'status',
    symbols: {
      working: marker('circle', HYDRANT, 2.4),
      damaged: marker('circle', '224,122,16,255', 2.6),
      blocked: marker('cross2', NONE, 2.6, '123,129,138,255'),
      outOfWater: marker('cross2', NONE, 2.6, '123,129,138,255'),
      planned: marker('circle', WHITE, 2.4, HYDRANT),
      underConstruction: marker('circle', WHITE, 2.4, HYDRANT),
      '': marker('circle', '140,107,177,255', 2.4),
    },
  },
  waterSource: { symbol: marker('pentagon', '42,127,176,255', 3.4) },
  fireStation: {
    by: 'stage',
    symbols: {
      inService: marker('square', STATION, 4.4),
      planned: marker('square', WHITE, 4.4, STATION),
      '': marker('square', STATION, 4.4),
    },
  },
  microStation: { symbol: marker('diamond', STATION, 3) },
  volunteerBrigade: { symbol: marker('square', '122,59,18,255', 3.2) },
  keyUnit: {
    by: 'highRisk',
    symbols: {
      '1': marker('hexagon', '57,66,79,255', 3.6, STATION),
      '': marker('hexagon', '57,66,79,255', 3),
    },
  },
  incident: { symbol: marker('circle', '180,71,79,140', 1.6, NONE) },
  hazard: { symbol: marker('triangle', '176,125,5,255', 3.2) },
  district: { symbol: fill(NONE, '61,70,84,255', 0.7) },
  subdistrict: { symbol: fill(NONE, '122,127,138,255', 0.3, 'dash') },
  building: { symbol: fill('226,221,212,255', '197,189,175,255', 0.1) },
  roadSegment: {
    by: 'class',
    symbols: {
      motorway: line('201,158,84,255', 1.4),
      trunk: line('201,158,84,255', 1.2),
      primary: line('176,168,152,255', 1),
      secondary: line('176,168,152,255', 0.8),
      tertiary: line('176,168,152,255', 0.6),
      '': line('196,189,176,255', 0.4),
    },
  },
  waterBody: { symbol: fill('197,220,234,255', '160,193,213,255', 0.1) },
  candidateSite: { symbol: fill('116,66,200,40', '116,66,200,255', 0.5) },
};
