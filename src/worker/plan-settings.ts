import type { CoverageSettings } from '../analysis/coverage/answer';
import { DEFAULT_COVERAGE_SETTINGS } from '../analysis/coverage/settings';
import type { ResponseSettings } from '../analysis/response/answer';
import { DEFAULT_RESPONSE_SETTINGS } from '../analysis/response/settings';
import { PROFILES } from '../model/standards/profiles';

/** Settings that belong to the plan and travel in its file; which scenario is in view belongs to the address. */
export interface PlanSettings {
  readonly coverage: CoverageSettings;
  readonly response: ResponseSettings;
}

export const DEFAULT_PLAN_SETTINGS: PlanSettings = {
  coverage: DEFAULT_COVERAGE_SETTINGS,
  response: DEFAULT_RESPONSE_SETTINGS,
};

/** Settings out of a file that anybody may have written: what is missing or of another kind is as by default. */
export function planSettingsOf(text: string | undefined): PlanSettings {
  const found = parsed(text);
  return {
    coverage: checked(DEFAULT_COVERAGE_SETTINGS, found.coverage),
    response: checked(DEFAULT_RESPONSE_SETTINGS, found.response),
  };
}

function parsed(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function checked<T extends object>(defaults: T, found: unknown): T {
  const given = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>;
  const fields = Object.entries(defaults).map(([name, usual]) => [
    name,
    fits(name, usual, given[name]) ? given[name] : usual,
  ]);
  return Object.fromEntries(fields) as T;
}

function fits(name: string, usual: unknown, value: unknown): boolean {
  if (name === 'profileId') return PROFILES.some(({ id }) => id === value);
  if (name === 'by') return value === 'minutes' || value === 'metres';
  if (typeof usual === 'number') return typeof value === 'number' && Number.isFinite(value) && value > 0;
  if (Array.isArray(usual)) return isNumberList(value);
  return typeof usual !== 'object' && typeof value === typeof usual;
}

function isNumberList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((each) => Number.isFinite(each) && each > 0);
}
