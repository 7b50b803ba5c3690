import type { EntityType } from '../../model/entities/registry';
import { ENTITY_SPECS, ENTITY_TYPES } from '../../model/entities/registry';
import type { EntityGeometry } from '../../model/entities/spec';
import { crsName } from '../crs/crs';
import { guessCrs } from '../crs/guess';
import type { Reference } from '../crs/reference';
import type { RawFeature, RawTable } from '../readers/reader';
import { parsePair } from './angle';
import { convertValue } from './convert-value';
import type { ColumnMapping, ImportProposal, PositionColumns } from './import-plan';
import { folded } from './names';
import { samplePositions } from './positions';
import { ENTITY_WORDS, FIELD_SYNONYMS, LAT_NAMES, LON_NAMES, PAIR_NAMES } from './synonyms';

const SAMPLE = 200;

/** What the plan already knows of the place, to judge coordinates by. */
export interface Surroundings {
  readonly district?: readonly [number, number, number, number] | null;
  readonly reference?: Reference | null;
}

/** What a table most likely holds, where it lies and which column feeds which field; the user may change all of it. */
export async function propose(
  table: RawTable,
  fileName: string,
  surroundings: Surroundings = {},
  wanted?: EntityType,
): Promise<ImportProposal> {
  const position = table.features.some(({ geometry }) => geometry) ? undefined : positionColumns(table);
  const ranked = rankTypes(table, `${fileName} ${table.layer ?? ''}`, position !== undefined);
  const entity = wanted ?? table.entity ?? ranked[0]!;
  const mapping = proposeMapping(table, entity, position);
  const used = new Set([...mapping.map(({ column }) => column), position?.lon, position?.lat]);
  const guess = await guessCrs(samplePositions(table.features, position), {
    declared: table.crs,
    words: [fileName, ...table.columns].join(' '),
    chinese: table.columns.some((column) => /[\u4e00-\u9fff]/.test(column)),
    ...surroundings,
  });
  return {
    fileName,
    format: table.format,
    entity,
    alternatives: ranked.filter((type) => type !== entity),
    ...(position ? { position } : {}),
    systems: await Promise.all(guess.offers.map(async (offer) => ({ ...offer, name: await crsName(offer.crs) }))),
    systemCertain: guess.certain,
    ...(table.encoding ? { encoding: table.encoding } : {}),
    ...(table.layer ? { layer: table.layer } : {}),
    columns: table.columns,
    mapping,
    unmapped: table.columns
      .filter((column) => !used.has(column))
      .map((column) => ({ column, sample: sampleOf(table.features, column) })),
    count: table.features.length,
  };
}

/** Which column feeds which field of a type, each column at most once, best reasons first. */
export function proposeMapping(
  { columns, features }: RawTable,
  entity: EntityType,
  position?: PositionColumns,
): ColumnMapping[] {
  const free = new Set(columns.filter((column) => column !== position?.lon && column !== position?.lat));
  const mapping: ColumnMapping[] = [];
  const take = (field: string, column: string | undefined, reason: ColumnMapping['reason']): void => {
    if (column === undefined || mapping.some((entry) => entry.field === field)) return;
    mapping.push({ field, column, reason });
    free.delete(column);
  };
  const fields = ['id', ...ENTITY_SPECS[entity].fields.map(({ name }) => name)];
  for (const field of fields)
    take(
      field,
      [...free].find((column) => folded(column) === folded(field)),
      'name',
    );
  const synonyms = FIELD_SYNONYMS[entity] ?? {};
  for (const field of fields)
    for (const synonym of synonyms[field] ?? [])
      take(
        field,
        [...free].find((column) => folded(column) === folded(synonym)),
        'synonym',
      );
  for (const spec of ENTITY_SPECS[entity].fields) {
    if (spec.kind !== 'choice' || mapping.some(({ field }) => field === spec.name)) continue;
    take(
      spec.name,
      [...free].find((column) => speaksOf(features, column, entity, spec)),
      'values',
    );
  }
  return mapping;
}

/** Whether nearly every cell of a column is a word for one of the field's codes. */
function speaksOf(
  features: readonly RawFeature[],
  column: string,
  entity: EntityType,
  spec: (typeof ENTITY_SPECS)[EntityType]['fields'][number],
): boolean {
  const cells = features.slice(0, SAMPLE).map(({ properties }) => properties[column]);
  const texts = cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '' && Number.isNaN(Number(cell)));
  if (texts.length < 3 || texts.length < cells.length / 2) return false;
  const known = texts.filter((cell) => {
    const converted = convertValue(entity, spec, column, cell);
    return 'value' in converted && converted.value !== undefined;
  });
  return known.length >= 0.9 * texts.length;
}

function positionColumns({ columns, features }: RawTable): PositionColumns | undefined {
  const find = (names: readonly string[]): string | undefined =>
    names
      .map((name) => columns.find((column) => folded(column) === folded(name)))
      .find((column) => column !== undefined);
  const lon = find(LON_NAMES);
  const lat = find(LAT_NAMES);
  if (lon !== undefined && lat !== undefined) return { lon, lat };
  const pair = PAIR_NAMES.flatMap((name) => columns.filter((column) => folded(column) === folded(name))).find(
    (column) => holdsPairs(features, column),
  );
  return pair === undefined ? undefined : { lon: pair, lat: pair };
}

function holdsPairs(features: readonly RawFeature[], column: string): boolean {
  const cells = features.slice(0, SAMPLE).map(({ properties }) => properties[column]);
  const filled = cells.filter((cell) => cell !== null && cell !== undefined && cell !== '');
  return filled.length > 0 && filled.filter((cell) => parsePair(cell)).length >= 0.5 * filled.length;
}

/** Types whose geometry fits, those first that the file's name and columns speak for. */
function rankTypes({ columns, features }: RawTable, fileName: string, hasPosition: boolean): EntityType[] {
  const shape = hasPosition ? 'Point' : shapeOf(features);
  const fitting = ENTITY_TYPES.filter((type) => !shape || ENTITY_SPECS[type].geometry === shape);
  const stem = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/_/g, ' ');
  const score = (type: EntityType): number => {
    const byName = ENTITY_WORDS[type].test(stem) ? 10 : 0;
    const byColumns = columns.some((column) => ENTITY_WORDS[type].test(column)) ? 4 : 0;
    const synonyms = Object.values(FIELD_SYNONYMS[type] ?? {})
      .flat()
      .map(folded);
    const own = ENTITY_SPECS[type].fields.map(({ name }) => folded(name));
    const known = columns.filter((column) => [...synonyms, ...own].includes(folded(column))).length;
    const single = type === (features.length === 1 ? 'district' : 'subdistrict') ? 3 : 0;
    const many = type === 'building' && features.length > 500 ? 3 : 0;
    return byName + byColumns + Math.min(known, 6) * 0.5 + single + many;
  };
  const scores = new Map(fitting.map((type) => [type, score(type)]));
  return [...fitting].sort((a, b) => scores.get(b)! - scores.get(a)!);
}

function shapeOf(features: readonly RawFeature[]): EntityGeometry['type'] | null {
  const type = features.find(({ geometry }) => geometry)?.geometry?.type;
  if (type === 'Point' || type === 'MultiPoint') return 'Point';
  if (type === 'LineString' || type === 'MultiLineString') return 'LineString';
  return type === 'Polygon' || type === 'MultiPolygon' ? 'MultiPolygon' : null;
}

function sampleOf(features: readonly RawFeature[], column: string): string {
  const cell = features.slice(0, SAMPLE).find(({ properties }) => {
    const value = properties[column];
    return value !== null && value !== undefined && value !== '';
  })?.properties[column];
  return cell === undefined ? '' : String(typeof cell === 'object' ? JSON.stringify(cell) : cell).slice(0, 60);
}
