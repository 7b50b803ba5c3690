/** Milliseconds of the fastest of several runs, after one that warms up. */
export function fastest<T>(runs: number, job: () => T): { readonly ms: number; readonly value: T } {
  let value = job();
  let ms = Number.POSITIVE_INFINITY;
  for (let k = 0; k < runs; k++) {
    const started = performance.now();
    value = job();
    ms = Math.min(ms, performance.now() - started);
  }
  return { ms, value };
}

/** Milliseconds of a single run. */
export function once<T>(job: () => T): { readonly ms: number; readonly value: T } {
  const started = performance.now();
  const value = job();
  return { ms: performance.now() - started, value };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** One line of a report: the name, what was measured and what is asked for. */
export function line(name: string, measured: string, target = ''): void {
  console.log(`${name.padEnd(62)} ${measured.padEnd(28)} ${target}`);
}
