import type { Issue } from './issue';

/** A value, or the issue that prevented it. Expected failures are values; exceptions are for programming errors. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issue: Issue };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T>(issue: Issue): Result<T> {
  return { ok: false, issue };
}
