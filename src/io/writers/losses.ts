import { type Issue, issueOf } from '../../base/issue';
import type { EntityType } from '../../model/entities/registry';

/** Counts what a format could not hold, so that a thousand cut values make one sentence. */
export class Losses {
  private readonly found = new Map<string, { code: string; params: Issue['params']; count: number; id: string }>();

  constructor(private readonly format: string) {}

  /** @param code key of the sentence; @param id of the record, of which the first is named */
  add(code: string, type: EntityType, field: string, id: string, limit = 0): void {
    const key = `${code} ${type} ${field}`;
    const entry = this.found.get(key);
    if (entry) entry.count++;
    else this.found.set(key, { code, params: { type, field, limit, format: this.format }, count: 1, id });
  }

  issues(): Issue[] {
    return [...this.found.values()].map(({ code, params, count, id }) =>
      issueOf(code, { ...params, count, id }, 'warning'),
    );
  }
}
