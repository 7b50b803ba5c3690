/** Runs what writes its doubts to the console: on the command line that would be the answer, and the issues say it. */
export function quietly<T>(job: () => T): T {
  const { log, warn, error } = console;
  const nothing = (): void => undefined;
  Object.assign(console, { log: nothing, warn: nothing, error: nothing });
  try {
    return job();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}
