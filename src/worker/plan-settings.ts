import type { CoverageSettings } from '../analysis/coverage/answer';
import { DEFAULT_COVERAGE_SETTINGS } from '../analysis/coverage/settings';
import { checkSettings, DEFAULT_DRIVE_SETTINGS, type DriveSettings } from '../analysis/drive/settings';
import { checkHoseSettings, DEFAULT_HOSE_SETTINGS, type HoseSettings } from '../analysis/hose/settings';
import type { ResponseSettings } from '../analysis/response/answer';
import { DEFAULT_RESPONSE_SETTINGS } from '../analysis/response/settings';
import { ROAD_CLASSES } from '../model/entities/road-segment';
import { PROFILES } from '../model/standards/profiles';

/** Settings that belong to the plan and travel in its file; which scenario is in view belongs to the address. */
export interface PlanSettings {
  readonly coverage: CoverageSettings;
  readonly response: ResponseSettings;
  readonly drive: DriveSettings;
  readonly hose: HoseSettings;
}

export const DEFAULT_PLAN_SETTINGS: PlanSettings = {
  coverage: DEFAULT_COVERAGE_SETTINGS,
  response: DEFAULT_RESPONSE_SETTINGS,
  drive: DEFAULT_DRIVE_SETTINGS,
  hose: DEFAULT_HOSE_SETTINGS,
};

/** Settings out of a file that anybody may have written: what is missing or of another kind is as by default. */
export function planSettingsOf(text: string | undefined): PlanSettings {
  const found = parsed(text);
  return {
    coverage: checked(DEFAULT_COVERAGE_SETTINGS, found.coverage),
    response: checked(DEFAULT_RESPONSE_SETTINGS, found.response),
    drive: driveOf(found.drive),
    hose: hoseOf(found.hose),
  };
}

function driveOf(found: unknown): DriveSettings {
  const settings = checked(DEFAULT_DRIVE_SETTINGS, found);
  return checkSettings(settings).ok ? settings : DEFAULT_DRIVE_SETTINGS;
}

function hoseOf(found: unknown): HoseSettings {
  const settings = checked(DEFAULT_HOSE_SETTINGS, found);
  return checkHoseSettings(settings).ok ? settings : DEFAULT_HOSE_SETTINGS;
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
  const fields = Object.entries(defaults).map(([name, usual]) => [name, fieldOf(name, usual, given[name])]);
  return Object.fromEntries(fields) as T;
}

function fieldOf(name: string, usual: unknown, value: unknown): unknown {
  if (typeof usual === 'object' && usual !== null && !Array.isArray(usual)) return checked(usual, value);
  return fits(name, usual, value) ? value : usual;
}

/** Names of settings that may be 0: no turnout, roads that engines do not drive on, ends that must meet exactly. */
const MAY_BE_ZERO = new Set<string>([...ROAD_CLASSES, 'turnoutS', 'microReadyS', 'toleranceM']);

function fits(name: string, usual: unknown, value: unknown): boolean {
  if (name === 'profileId') return PROFILES.some(({ id }) => id === value);
  if (name === 'by') return value === 'minutes' || value === 'metres';
  if (name === 'oneWay') return value === 'respect' || value === 'waive';
  if (name === 'join') return value === 'ends' || value === 'touching' || value === 'crossing';
  if (typeof usual === 'number')
    return typeof value === 'number' && Number.isFinite(value) && (value > 0 || (value === 0 && MAY_BE_ZERO.has(name)));
  if (Array.isArray(usual)) return isNumberList(value);
  return typeof usual !== 'object' && typeof value === typeof usual;
}

function isNumberList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((each) => Number.isFinite(each) && each > 0);
}
