import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { editPlanFile, planFileOf } from '../io/geopackage/plan-file';
import type { ImportChoices } from '../io/mapping/import-plan';
import { toChange } from '../io/mapping/to-change';
import { ENTITY_TYPES } from '../model/entities/registry';
import { emptyPlan, type Plan } from '../model/plan';
import { load, type Say } from './load';
import { choiceOf } from './options';
import { bytesOfPlan } from './plan-files';
import { BadInput } from './usage';
import { writeWhole } from './write-whole';

export interface ImportOptions {
  readonly plan: string;
  readonly as: string;
  readonly mode: string;
  readonly crs?: string;
  readonly where?: readonly string[];
  readonly map?: readonly string[];
}

const MODES: readonly ImportChoices['mode'][] = ['add', 'update', 'replace'];

/** `shuantu import FILE --plan X.gpkg --as hydrant`: takes a file's records into a plan, which is made when it is not there. */
export async function importCommand(path: string, options: ImportOptions, say: Say) {
  const entity = choiceOf('as', options.as, ENTITY_TYPES);
  const mode = choiceOf('mode', options.mode, MODES);
  const { crs, where = [], map = [] } = options;
  const loaded = await load(path, entity, { where, map, say, ...(crs ? { crs } : {}) });
  const before = existsSync(options.plan) ? await bytesOfPlan(options.plan) : await planFileOf(newPlan(options.plan));
  const edited = await editPlanFile(options.plan, before, (plan) => toChange(loaded, mode, plan));
  if (!edited.ok) throw new BadInput(edited.issue);
  await writeWhole(options.plan, edited.value.bytes);
  return {
    plan: options.plan,
    entity,
    read: loaded.read,
    imported: loaded.records.length,
    rejected: loaded.rejections.filter(({ whole }) => whole).length,
    total: edited.value.plan.records[entity].size,
  };
}

function newPlan(path: string): Plan {
  const name = basename(path).replace(/\.gpkg$/i, '');
  return emptyPlan({ id: name, name, asOf: new Date().toISOString().slice(0, 10) });
}
