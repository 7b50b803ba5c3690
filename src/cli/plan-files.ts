import { readFile } from 'node:fs/promises';
import { type Issue, issueOf } from '../base/issue';
import { type PlanContent, readPlanFile } from '../io/geopackage/plan-file';
import { BadInput } from './usage';

/** Reads a plan; what in it could not be read is said. Throws `BadInput` with the sentence. */
export async function loadPlan(path: string, say: (note: Issue) => void): Promise<PlanContent> {
  const read = await readPlanFile(path, await bytesOfPlan(path));
  if (!read.ok) throw new BadInput(read.issue);
  for (const issue of read.value.issues) say(issue);
  return read.value;
}

/** Throws `BadInput` when the file is not there. */
export async function bytesOfPlan(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw new BadInput(issueOf('read.missing', { file: path }));
  }
}
