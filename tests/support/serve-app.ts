import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    appUrl: string;
  }
}

/** Builds the app once for all journeys and serves it as `npm start` does. */
export default async function serveApp(project: TestProject): Promise<() => Promise<void>> {
  // @ts-expect-error plain JavaScript: `npm start` runs it before anything is compiled
  const { buildWhenChanged, serveBuilt } = await import('../../scripts/built-app.mjs');
  await buildWhenChanged();
  const server = await serveBuilt(0);
  project.provide('appUrl', server.resolvedUrls.local[0]);
  return () => server.close();
}
