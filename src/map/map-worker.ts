import MapLibreWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs';
import { readRecords } from './read-records';

// It starts itself when it is imported, but its package denies that, and a bundler then drops what nobody names.
Object.assign(self, { MapLibreWorker });

const { addProtocol } = self as unknown as {
  addProtocol(scheme: string, load: (request: { readonly url: string }) => Promise<{ data: unknown }>): void;
};

// MapLibre asks the page for every scheme that it does not know, blob addresses among them; the page would fetch, parse
// and clone a hundred thousand records. Here they are read where they are needed.
for (const scheme of ['blob:http', 'blob:https'])
  addProtocol(scheme, async ({ url }) => ({ data: await readRecords(url) }));
