import { ALWAYS_WGS84, type FormatId } from '../../io/writers/writer';
import { ENTITY_TYPES, type EntityType } from '../../model/entities/registry';
import type { Plan } from '../../model/plan';
import type { LanguageId, RecordRef } from '../../store/state';
import type { ExportRequest, HeaderStyle } from '../../worker/jobs/export-records';

/** What the export sheet has been told. */
export interface ExportChoices {
  readonly format: FormatId;
  readonly headers: HeaderStyle;
  readonly crs: string;
  readonly types: readonly EntityType[];
  readonly onlySelected: boolean;
}

/** Formats that people open in an office, whose columns should have names rather than codes. */
const FOR_PEOPLE: readonly FormatId[] = ['xlsx', 'csv', 'kml'];

/** An Excel file of the selection's types where something is selected, else of the hydrants, else of what there is. */
export function firstChoices(plan: Plan | null, selected: readonly RecordRef[], language: LanguageId): ExportChoices {
  const filled = ENTITY_TYPES.filter((type) => (plan?.records[type].size ?? 0) > 0);
  const chosen = filled.filter((type) => selected.some((record) => record.type === type));
  const types = chosen.length > 0 ? chosen : filled.slice(0, 1);
  return { format: 'xlsx', headers: language, crs: 'WGS84', types, onlySelected: chosen.length > 0 };
}

/** Another format, with the names of columns that suit it and a system that it can hold. */
export function withFormat(choices: ExportChoices, format: FormatId, language: LanguageId): ExportChoices {
  const headers = FOR_PEOPLE.includes(format) ? language : 'codes';
  return { ...choices, format, headers, crs: ALWAYS_WGS84.includes(format) ? 'WGS84' : choices.crs };
}

export function selectedKeys(selected: readonly RecordRef[], plan: Plan): string[] {
  return selected.filter(({ type, id }) => plan.records[type].has(id)).map(({ type, id }) => `${type}/${id}`);
}

/** The request for the engine, and how many records it means. */
export function requestOf(
  { onlySelected, ...choices }: ExportChoices,
  plan: Plan,
  selected: readonly RecordRef[],
): { request: ExportRequest; count: number } {
  if (!onlySelected) {
    const count = choices.types.reduce((sum, type) => sum + plan.records[type].size, 0);
    return { request: choices, count };
  }
  const only = selectedKeys(selected, plan);
  const types = ENTITY_TYPES.filter((type) => only.some((key) => key.startsWith(`${type}/`)));
  return { request: { ...choices, types, only }, count: only.length };
}
