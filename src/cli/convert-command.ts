import { basename } from 'node:path';
import { type Issue, issueOf } from '../base/issue';
import type { Rejection } from '../io/mapping/import-plan';
import { propose } from '../io/mapping/propose';
import type { RawTable } from '../io/readers/reader';
import { outputSystem } from '../io/writers/output-system';
import { WRITERS, writerFor } from '../io/writers/registry';
import { CannotWrite, type Layer, type Writer } from '../io/writers/writer';
import { ENTITY_TYPES, type Entity, type EntityType } from '../model/entities/registry';
import type { PlanInfo } from '../model/plan';
import { type HeaderStyle, wordsOf } from '../worker/jobs/export-records';
import { type Loaded, type LoadOptions, loadTable, readTables } from './load';
import { BadInput, WrongUsage } from './usage';
import { writeWhole } from './write-whole';

export interface ConvertOptions {
  /** Record type of the input; recognised when absent. */
  readonly entity?: string;
  /** Layer or sheet of the input; all when absent. */
  readonly layer?: string;
  readonly crs?: string;
  readonly toCrs?: string;
  readonly map?: readonly string[];
  readonly where?: readonly string[];
  readonly headers?: string;
}

/** A layer of the input after reading. */
export interface ConvertedLayer {
  readonly layer: string | null;
  readonly entity: EntityType;
  readonly crs: string;
  readonly read: number;
  readonly written: number;
  readonly rejections: readonly Rejection[];
}

export interface Conversion {
  readonly output: string;
  readonly format: string;
  readonly crs: string;
  readonly layers: readonly ConvertedLayer[];
  /** What the format could not hold. */
  readonly issues: readonly Issue[];
}

/**
 * `shuantu convert IN OUT`: reads every layer of a file and writes it in the format that OUT's ending asks for. `say` gets
 * notes for stderr. The output appears whole or not at all.
 */
export async function convertCommand(
  input: string,
  output: string,
  options: ConvertOptions,
  say: (note: Issue) => void,
  onProgress: (share: number) => void = () => undefined,
): Promise<Conversion> {
  const writer = writerOf(output);
  const words = wordsOf(headerStyle(options.headers ?? 'codes'));
  const system = await outputSystem(options.toCrs ?? 'WGS84');
  if (!system.ok) throw new WrongUsage(system.issue);
  const all = await loadAll(input, entityOf(options.entity), options, say);
  const kept = writer.manyTypes ? all : oneType(all, writer, say);
  const { bytes, issues } = await orBadInput(
    writer.write(layersOf(kept), { words, system: system.value, info: infoOf(input), onProgress }),
  );
  await writeWhole(output, bytes);
  return {
    output,
    format: writer.format,
    crs: system.value.crs,
    layers: kept.map(({ layer, records, ...rest }) => ({
      layer,
      entity: rest.entity,
      crs: rest.crs,
      read: rest.read,
      written: records.length,
      rejections: rest.rejections,
    })),
    issues,
  };
}

/** A GeoPackage is a plan, and a plan has a name and a reference day. */
function infoOf(input: string): PlanInfo {
  const name = basename(input).replace(/\.[^.]*$/, '');
  return { id: name, name, asOf: new Date().toISOString().slice(0, 10) };
}

type LoadedLayer = Loaded & { readonly layer: string | null };

async function loadAll(
  input: string,
  wanted: EntityType | undefined,
  options: ConvertOptions,
  say: (note: Issue) => void,
): Promise<LoadedLayer[]> {
  const tables = chosenTables(await readTables(input), input, options.layer);
  const loaded: LoadedLayer[] = [];
  const failures: BadInput[] = [];
  for (const table of tables) {
    const entity = tables.length === 1 && wanted ? wanted : (await propose(table, basename(input))).entity;
    if (wanted && entity !== wanted) continue;
    try {
      const layer = await loadLayer(table, input, entity, options, say);
      loaded.push(layer);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      failures.push(error);
    }
  }
  if (loaded.length === 0) throw failures[0] ?? new BadInput(noneOf(wanted!, tables, input));
  for (const { issue } of failures) say(issue);
  return loaded;
}

async function loadLayer(
  table: RawTable,
  input: string,
  entity: EntityType,
  { crs, map, where }: ConvertOptions,
  say: (note: Issue) => void,
): Promise<LoadedLayer> {
  const options: LoadOptions = { say, ...(crs ? { crs } : {}), ...(map ? { map } : {}), ...(where ? { where } : {}) };
  const loaded = await loadTable(table, basename(input), entity, options);
  return { ...loaded, layer: table.layer ?? null };
}

function chosenTables(tables: readonly RawTable[], input: string, wanted: string | undefined): readonly RawTable[] {
  if (wanted === undefined) return tables;
  const found = tables.filter(({ layer = '' }) => layer.toLowerCase() === wanted.toLowerCase());
  if (found.length > 0) return found;
  const layers = tables.map(({ layer, format }) => layer ?? format).join(', ');
  throw new BadInput(issueOf('convert.noLayer', { file: basename(input), layer: wanted, layers }));
}

function noneOf(entity: EntityType, tables: readonly RawTable[], input: string): Issue {
  const layers = tables.map(({ layer, format }) => layer ?? format).join(', ');
  return issueOf('convert.noneOf', { file: basename(input), entity, layers });
}

/** The records of the first type alone, and what stays outside is said with the way to get it. */
function oneType(all: readonly LoadedLayer[], { format }: Writer, say: (note: Issue) => void): readonly LoadedLayer[] {
  const { entity } = all[0]!;
  const left = all.filter((layer) => layer.entity !== entity);
  if (left.length > 0) {
    const names = left.map((layer) => `${layer.entity} (${layer.records.length})`).join(', ');
    const many = WRITERS.filter(({ manyTypes }) => manyTypes).map(({ ending }) => `.${ending}`);
    say(issueOf('convert.leftOut', { format, entity, left: names, many: many.join(', ') }, 'warning'));
  }
  return all.filter((layer) => layer.entity === entity);
}

/** Layers of the same type become one; a record whose id another layer has taken gets one of its own. */
function layersOf(loaded: readonly LoadedLayer[]): Layer[] {
  const byType = new Map<EntityType, Map<string, Entity>>();
  for (const { entity, records } of loaded) {
    const type = byType.get(entity) ?? new Map<string, Entity>();
    for (const record of records as readonly Entity[]) {
      let id = record.id;
      for (let k = 2; type.has(id); k++) id = `${record.id}/${k}`;
      type.set(id, id === record.id ? record : { ...record, id });
    }
    byType.set(entity, type);
  }
  return [...byType].map(([type, records]) => ({ type, records: [...records.values()] }));
}

function writerOf(output: string): Writer {
  const writer = writerFor(output);
  if (writer) return writer;
  const known = WRITERS.map(({ ending }) => `.${ending}`).join(', ');
  throw new WrongUsage(issueOf('usage.ending', { file: basename(output), known }));
}

function entityOf(text: string | undefined): EntityType | undefined {
  if (text === undefined) return undefined;
  const entity = ENTITY_TYPES.find((type) => type.toLowerCase() === text.toLowerCase());
  if (entity) return entity;
  throw new WrongUsage(issueOf('usage.entity', { value: text, known: ENTITY_TYPES.join(', ') }));
}

function headerStyle(text: string): HeaderStyle {
  if (text === 'codes' || text === 'en') return text;
  if (/^zh/i.test(text)) return 'zh-CN';
  throw new WrongUsage(issueOf('usage.headers', { value: text }));
}

async function orBadInput<T>(job: Promise<T>): Promise<T> {
  try {
    return await job;
  } catch (error) {
    if (error instanceof CannotWrite) throw new BadInput(error.issue);
    throw error;
  }
}
