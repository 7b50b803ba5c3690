import proj4 from 'proj4';
import { type CrsId, crsName, definitionOf, normalised } from './crs';

/** What proj4 knows of a system after reading its definition. */
interface Definition {
  readonly projName?: string;
  readonly ellps?: string;
  readonly datumName?: string;
  readonly a: number;
  readonly rf?: number;
  readonly b?: number;
  readonly from_greenwich?: number;
  readonly long0?: number;
  readonly lat0?: number;
  readonly lat1?: number;
  readonly lat2?: number;
  readonly x0?: number;
  readonly y0?: number;
  readonly k0?: number;
  readonly zone?: number;
  readonly utmSouth?: boolean;
  readonly to_meter?: number;
  readonly datum_params?: readonly number[];
}

const DEGREE = 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]';
const WGS84 = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],${DEGREE}]`;
const CGCS2000 = `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],${DEGREE}]`;

const WEB_MERCATOR = `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${WGS84},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`;

/**
 * The text of a .prj (WKT 1 as ESRI writes it) for WGS84, CGCS2000, geographic systems, transverse Mercator (Gauss–Krüger
 * and UTM with it) and the web's Mercator. Null for a system that such a text cannot describe, among them GCJ-02 and BD-09.
 */
export async function prjOf(crs: CrsId): Promise<string | null> {
  const id = normalised(crs);
  if (id === 'WGS84' || id === 'EPSG:4326') return WGS84;
  if (id === 'EPSG:4490') return CGCS2000;
  if (id === 'EPSG:3857') return WEB_MERCATOR;
  const definition = await definitionOf(id);
  if (!definition || /\+(?:pm|axis|nadgrids=(?!@null))/.test(definition)) return null;
  return described(new proj4.Proj(definition) as unknown as Definition, await nameOf(id));
}

async function nameOf(id: CrsId): Promise<string> {
  return (await crsName(id)).replace(/^EPSG:\d+\s*/, '');
}

function described(system: Definition, name: string): string | null {
  if (system.projName === 'longlat') return geographic(system, name);
  const base = /CGCS2000/.test(name) ? CGCS2000 : geographic(system, name.split(' / ')[0]!);
  const projection = projected(system);
  if (!projection) return null;
  const [method, parameters] = projection;
  const list = parameters.map(([key, value]) => `PARAMETER["${key}",${number(value)}]`).join(',');
  const unit = system.to_meter && system.to_meter !== 1 ? `UNIT["Unit",${system.to_meter}]` : 'UNIT["Meter",1.0]';
  return `PROJCS["${word(name)}",${base},PROJECTION["${method}"],${list},${unit}]`;
}

type Projection = readonly [method: string, parameters: readonly (readonly [string, number])[]];

function projected({ projName, zone, utmSouth, ...system }: Definition): Projection | null {
  const origin = (east: number, north: number): [string, number][] => [
    ['False_Easting', east],
    ['False_Northing', north],
  ];
  if (projName === 'utm' && zone)
    return [
      'Transverse_Mercator',
      [
        ...origin(500_000, utmSouth ? 1e7 : 0),
        ['Central_Meridian', 6 * zone - 183],
        ['Scale_Factor', 0.9996],
        ['Latitude_Of_Origin', 0],
      ],
    ];
  const meridian = degrees(system.long0);
  const offset = origin(system.x0 ?? 0, system.y0 ?? 0);
  if (projName === 'tmerc')
    return [
      'Transverse_Mercator',
      [
        ...offset,
        ['Central_Meridian', meridian],
        ['Scale_Factor', system.k0 ?? 1],
        ['Latitude_Of_Origin', degrees(system.lat0)],
      ],
    ];
  return null;
}

/** With the shift to WGS84 where the datum has one: without it readers would be off by up to some hundred metres. */
function geographic({ a, b, rf, datum_params: shift }: Definition, name: string): string {
  const flattening = rf ?? (b && b !== a ? a / (a - b) : 0);
  const towgs84 = shift?.some((value) => value !== 0) ? `,TOWGS84[${shift.join(',')}]` : '';
  return `GEOGCS["GCS_${word(name)}",DATUM["D_${word(name)}",SPHEROID["${word(name)}",${number(a)},${number(flattening)}]${towgs84}],${DEGREE}]`;
}

function word(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '');
}

function number(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(Number(value.toPrecision(15)));
}

function degrees(radians = 0): number {
  return Number(((radians * 180) / Math.PI).toFixed(10));
}
