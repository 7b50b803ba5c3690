import { type Issue, issueOf } from '../../base/issue';

/** SQLite's code for a write that the system refused: so a full disk or quota shows in the private file system. */
const SQLITE_FULL = 13;
const SQLITE_IOERR = 10;

/** What to tell when a plan cannot be kept: there is no room, or the browser forbids it. */
export function storageIssue(error: unknown): Issue {
  const full = isQuota(error) || isFullWrite(error);
  return issueOf(full ? 'storage.full' : 'storage.forbidden', {}, 'warning');
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

function isFullWrite(error: unknown): boolean {
  const code = (error as { resultCode?: unknown } | null)?.resultCode;
  return typeof code === 'number' && [SQLITE_FULL, SQLITE_IOERR].includes(code & 0xff);
}
