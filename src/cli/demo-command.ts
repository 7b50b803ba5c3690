import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoFiles } from '../demo/demo-files';
import { createDemoZone } from '../demo/demo-zone';
import { planFileOf } from '../io/geopackage/plan-file';
import { applyChange } from '../model/change/apply';
import { changeOf } from '../model/change/change';
import { emptyPlan } from '../model/plan';
import { writeWhole } from './write-file';

/** `shuantu demo DIR [--plan FILE]`: writes the demonstration zone; returns the paths written. */
export async function demoCommand(folder: string, planPath?: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const { path, text } of demoFiles()) {
    const target = join(folder, path);
    await writeFile(target, text);
    paths.push(target);
  }
  if (!planPath) return paths;
  const { info, records } = createDemoZone();
  const plan = emptyPlan(info);
  applyChange(plan, changeOf({ key: 'open' }, { put: records }));
  await writeWhole(planPath, await planFileOf(plan));
  return [...paths, planPath];
}
