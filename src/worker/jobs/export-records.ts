import type { LonLat } from '../../base/coordinates';
import type { Issue } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import type { CrsId } from '../../io/crs/crs';
import { outputSystem } from '../../io/writers/output-system';
import { writerOf } from '../../io/writers/registry';
import { CODE_WORDS, type ExportWords, namedWords } from '../../io/writers/words';
import {
  CannotWrite,
  type FormatId,
  type Layer,
  recordCount,
  type Watching,
  type WriteOptions,
  type Writer,
} from '../../io/writers/writer';
import { ZipSink } from '../../io/writers/zip-sink';
import { ENTITY_TYPES, type Entity, type EntityType } from '../../model/entities/registry';
import { positionsOf } from '../../model/lookups/bounds';
import type { Plan } from '../../model/plan';
import { modelWord } from '../../text/speak';

/** How columns, sheets and values are named: by codes, or in a language. */
export type HeaderStyle = 'codes' | 'zh-CN' | 'en';

export interface ExportRequest {
  readonly format: FormatId;
  readonly types: readonly EntityType[];
  /** Only these records, as `type/id`; all of the types when absent. */
  readonly only?: readonly string[];
  readonly headers: HeaderStyle;
  readonly crs: CrsId;
}

export interface ExportedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ending: string;
  readonly mime: string;
  readonly count: number;
  readonly issues: readonly Issue[];
}

/** Writes records of the plan as they are now. Types that do not fit into one file become several in a zip. */
export async function exportRecords(
  plan: Plan,
  request: ExportRequest,
  watching: Watching = {},
): Promise<Result<ExportedFile>> {
  const system = await outputSystem(request.crs);
  if (!system.ok) return system;
  const options = { ...watching, words: wordsOf(request.headers), system: system.value, info: plan.info };
  const writer = writerOf(request.format);
  const layers = layersOf(plan, request);
  try {
    const several = !writer.manyTypes && layers.length > 1;
    const file = await (several ? writeSeveral(writer, layers, options) : writer.write(layers, options));
    const { ending, mime } = several ? { ending: 'zip', mime: 'application/zip' } : writer;
    return ok({ ...file, ending, mime, count: recordCount(layers) });
  } catch (error) {
    if (error instanceof CannotWrite) return fail(error.issue);
    throw error;
  }
}

export function wordsOf(headers: HeaderStyle): ExportWords {
  return headers === 'codes' ? CODE_WORDS : namedWords((path) => modelWord(path, headers));
}

/** A position to choose coordinate systems by: in the district, or of any record; null for an empty plan. */
export function placeOf(plan: Plan): LonLat | null {
  for (const type of ['district', ...ENTITY_TYPES] as const)
    for (const { geometry } of plan.records[type].values()) return positionsOf(geometry)[0] ?? null;
  return null;
}

function layersOf(plan: Plan, { types, only }: ExportRequest): Layer[] {
  const wanted = only && new Set(only);
  return types.map((type) => {
    const records: readonly Entity[] = [...plan.records[type].values()];
    return { type, records: wanted ? records.filter(({ id }) => wanted.has(`${type}/${id}`)) : records };
  });
}

async function writeSeveral(writer: Writer, layers: readonly Layer[], options: WriteOptions) {
  const zip = new ZipSink();
  const issues: Issue[] = [];
  const whole = Math.max(1, recordCount(layers));
  let before = 0;
  for (const layer of layers) {
    const start = before;
    const onProgress = (share: number): void => options.onProgress?.((start + share * layer.records.length) / whole);
    const file = await writer.write([layer], { ...options, onProgress });
    zip.add(`${options.words.type(layer.type)}.${writer.ending}`, file.bytes);
    issues.push(...file.issues);
    before += layer.records.length;
  }
  return { bytes: zip.take(), issues };
}
