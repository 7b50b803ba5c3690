/** The day `months` before `day` (`YYYY-MM-DD`); a day that the month lacks becomes its last one. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Whether a date or date-time lies after `from` and not after `to` (days, both `YYYY-MM-DD`). */
export function isWithin(when: string | undefined, from: string, to: string): boolean {
  if (!when) return false;
  const day = when.slice(0, 10);
  return day > from && day <= to;
}
