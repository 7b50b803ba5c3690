import { read as readXlsx, utils } from '@e965/xlsx';
import Papa from 'papaparse';
import type { RawTable } from '../../src/io/readers/reader';
import { readFile } from '../../src/io/readers/registry';
import { line } from '../support/measure';
import { buildingsGeojson, ledgerCsv, ledgerXlsx, townPbf } from './generated';

declare const gc: () => void;

await measure('CSV of 100,000 rows to records', ledgerCsv(100_000));
await measure(
  'CSV of 1,000,000 rows to records',
  ledgerCsv(1_000_000),
  'asked: under 20 s',
  (bytes) => Papa.parse(new TextDecoder().decode(bytes), { header: true }).data.length,
);
await measure(
  'XLSX of 100,000 rows to records',
  ledgerXlsx(100_000),
  'asked: under 10 s',
  (bytes) => utils.sheet_to_json(Object.values(readXlsx(bytes, { type: 'array' }).Sheets)[0]!).length,
);
await measure('OSM PBF of 1,000,000 nodes to records', townPbf(1_000_000), 'asked: under 8 s');
await measure(
  'GeoJSON of 200,000 buildings to records',
  buildingsGeojson(200_000),
  '',
  (bytes) => JSON.parse(new TextDecoder().decode(bytes)).features.length,
);

/** One run, as a user has it; a peer does the same with the library alone. */
async function measure(
  name: string,
  bytes: Uint8Array,
  target = '',
  peer?: (bytes: Uint8Array) => number,
): Promise<void> {
  gc();
  const before = process.memoryUsage().heapUsed;
  let steps = 0;
  let longestMs = 0;
  const started = performance.now();
  let last = started;
  const onProgress = (): void => {
    steps++;
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  };
  let tables: RawTable[] | null = await readFile({ name: 'bench', bytes }, { onProgress });
  const ms = performance.now() - started;
  const records = tables.reduce((sum, { features }) => sum + features.length, 0);
  gc();
  const heldMB = Math.round((process.memoryUsage().heapUsed - before) / 1e6);
  line(`${name} (${Math.round(bytes.length / 1e6)} MB)`, `${(ms / 1000).toFixed(2)} s`, target);
  line(`  ${records.toLocaleString('en')} records held`, `${heldMB} MB`);
  line(`  ${steps} times told, longest wait for a cancel`, `${Math.round(longestMs)} ms`);
  tables = null;
  gc();
  if (!peer) return;
  const peerStarted = performance.now();
  peer(bytes);
  const peerMs = performance.now() - peerStarted;
  line('  the library alone', `${(peerMs / 1000).toFixed(2)} s`, `ratio ${(ms / peerMs).toFixed(2)}`);
}
