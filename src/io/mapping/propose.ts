import { ENTITY_SPECS, ENTITY_TYPES, type EntityType } from '../../model/entities/registry';
import type { EntityGeometry } from '../../model/entities/spec';
import { crsName, roughnessM } from '../crs/crs';
import { guessCrs } from '../crs/guess';
import type { CrsOffer } from '../crs/offer';
import type { Reference } from '../crs/reference';
import type { RawFeature, RawTable } from '../readers/reader';
import { findPosition, orderOf } from './find-position';
import type { ImportProposal, OfferedSystem, PositionColumns } from './import-plan';
import { matchColumns } from './match-columns';
import { folded } from './names';
import { isOwnTable, ownType } from './own-words';
import { samplePositions } from './positions';
import { samplesOf } from './samples';
import { ENTITY_WORDS, FIELD_SYNONYMS } from './synonyms';

/** What the plan already knows of the place, to judge coordinates by. */
export interface Surroundings {
  /** Bounds of the district. */
  readonly district?: readonly [number, number, number, number] | null;
  /** Roads, and middles of buildings. */
  readonly references?: readonly Reference[];
}

/** What is known already and need not be guessed. */
export interface Wanted {
  readonly entity?: EntityType;
  readonly position?: PositionColumns;
}

/** What a table most likely holds, where it lies and which column feeds which field; the user may change all of it. */
export async function propose(
  table: RawTable,
  fileName: string,
  surroundings: Surroundings = {},
  wanted: Wanted = {},
): Promise<ImportProposal> {
  const bare = !table.features.some(({ geometry }) => geometry);
  const position = bare ? (wanted.position ?? findPosition(table)) : undefined;
  const ranked = rankTypes(table, fileName, bare, position);
  const entity = wanted.entity ?? table.entity ?? ranked[0]!;
  const first = position ? orderOf(table.features, position) : undefined;
  const guess = await guessCrs(samplePositions(table.features, position), {
    declared: table.crs ?? systemInHeader(position),
    words: [fileName, table.layer ?? '', ...table.columns].join(' '),
    chinese: bare && table.columns.some((column) => /[\u4e00-\u9fff]/.test(column)),
    ...(first ? { first } : {}),
    ...surroundings,
  });
  return {
    fileName,
    format: table.format,
    entity,
    alternatives: ranked.filter((type) => type !== entity),
    table: bare,
    ...(position ? { position } : {}),
    systems: await Promise.all(guess.offers.map(offered)),
    confidence: guess.confidence,
    ...(table.encoding ? { encoding: table.encoding } : {}),
    ...(table.layer ? { layer: table.layer } : {}),
    columns: table.columns,
    samples: Object.fromEntries(table.columns.map((column) => [column, samplesOf(table.features, column)])),
    mapping: matchColumns(table, entity, position),
    count: table.features.length,
  };
}

/** The system that a position column names in brackets, as the app writes it: x(EPSG:4548), 经度(GCJ02). */
function systemInHeader(position: PositionColumns | undefined): string | undefined {
  return position?.lon.match(/[(（](EPSG:\d{4,6}|GCJ02|BD09|WGS84)[)）]\s*$/i)?.[1];
}

/** An offer with its name and how rough it is; also for a system that somebody names by hand. */
export async function offered(offer: CrsOffer): Promise<OfferedSystem> {
  return { ...offer, name: await crsName(offer.crs), roughM: await roughnessM(offer.crs) };
}

/** Types whose geometry fits, those first that the file's name and columns speak for. */
function rankTypes(
  { columns, features, layer = '' }: RawTable,
  fileName: string,
  bare: boolean,
  position: PositionColumns | undefined,
): EntityType[] {
  const shape = bare ? 'Point' : shapeOf(features);
  const fitting = ENTITY_TYPES.filter((type) => !shape || ENTITY_SPECS[type].geometry === shape);
  const plain = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const stem = `${plain} ${layer}`.replace(/_/g, ' ');
  // The app names its files after the plan and the type; a layer's own name counts before that of the file.
  const ownName = ownType(layer) ?? ownType(plain.split('-').at(-1)!);
  const fields = columns.filter((column) => column !== position?.lon && column !== position?.lat);
  const names = new Set(columns.map(folded));
  const score = (type: EntityType): number => {
    // What the app wrote itself it knows for certain.
    const own = ownName === type ? 100 : isOwnTable(type, fields) ? 50 : 0;
    const byName = ENTITY_WORDS[type].test(stem) ? 10 : 0;
    const byColumns = columns.some((column) => ENTITY_WORDS[type].test(column)) ? 4 : 0;
    const synonyms = Object.values(FIELD_SYNONYMS[type] ?? {})
      .flat()
      .map(folded);
    const codes = ENTITY_SPECS[type].fields.map(({ name }) => folded(name));
    const known = [...new Set([...synonyms, ...codes])].filter((name) => names.has(name)).length;
    const single = type === (features.length === 1 ? 'district' : 'subdistrict') ? 3 : 0;
    const many = type === 'building' && features.length > 500 ? 3 : 0;
    return own + byName + byColumns + Math.min(known, 6) * 0.5 + single + many;
  };
  const scores = new Map(fitting.map((type) => [type, score(type)]));
  return [...fitting].sort((a, b) => scores.get(b)! - scores.get(a)!);
}

function shapeOf(features: readonly RawFeature[]): EntityGeometry['type'] | null {
  const first = features.find(({ geometry }) => geometry)?.geometry;
  const { type } = (first?.type === 'GeometryCollection' ? first.geometries[0] : first) ?? { type: null };
  if (type === 'Point' || type === 'MultiPoint') return 'Point';
  if (type === 'LineString' || type === 'MultiLineString') return 'LineString';
  return type === 'Polygon' || type === 'MultiPolygon' ? 'MultiPolygon' : null;
}
