import type { TestProject } from 'vitest/node';
import { buildWhenChanged, serveBuilt } from '../../scripts/built-app.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    appUrl: string;
  }
}

/** Builds the app once for all journeys and serves it as `npm start` does. */
export default async function serveApp(project: TestProject): Promise<() => Promise<void>> {
  buildWhenChanged();
  const server = await serveBuilt(0);
  project.provide('appUrl', server.resolvedUrls!.local[0]!);
  return () => server.close();
}
