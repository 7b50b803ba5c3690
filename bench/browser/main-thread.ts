import type { AppDriver } from '../../tests/support/app-driver';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** Time on the processor, µs: without the waiting for a software renderer. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Begins to note every task of the page's main thread. */
export async function startTasks({ page }: AppDriver): Promise<void> {
  await page
    .context()
    .browser()!
    .startTracing(page, { categories: ['toplevel', '__metadata', 'blink.user_timing'] });
}

/** Processor time since `startTasks`, ms: of the page's main thread, and of the thread that set a mark of this name. */
export async function cpuOf({ page }: AppDriver, mark: string): Promise<{ main: number; marked: number }> {
  const { traceEvents } = JSON.parse((await page.context().browser()!.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const marker = traceEvents.find(({ name }) => name === mark);
  if (!marker) throw new Error(`No thread set the mark ${mark}`);
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const main = mains.find(({ pid }) => pid === marker.pid)!;
  const spent = ({ pid, tid }: TraceEvent): number =>
    traceEvents
      .filter((task) => task.ph === 'X' && task.name.endsWith('RunTask') && task.pid === pid && task.tid === tid)
      .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
  return { main: spent(main), marked: spent(marker) };
}

/**
 * The longest task since `startTasks`, by processor time and by the clock. Without a graphics card the clock also counts
 * how long the page waits for pixels that the same two cores draw.
 */
export async function longestTask({ page }: AppDriver): Promise<string> {
  const trace = JSON.parse((await page.context().browser()!.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const main = trace.traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const tasks = trace.traceEvents.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && name.endsWith('RunTask') && main.some((thread) => thread.pid === pid && thread.tid === tid),
  );
  const most = (pick: (event: TraceEvent) => number | undefined): number =>
    Math.round(tasks.reduce((longest, event) => Math.max(longest, pick(event) ?? 0), 0) / 100) / 10;
  return `${most(({ tdur }) => tdur)} ms CPU, ${most(({ dur }) => dur)} ms clock`;
}
