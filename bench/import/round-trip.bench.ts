import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WGS84_OUTPUT } from '../../src/io/writers/output-system';
import { WRITERS } from '../../src/io/writers/registry';
import { CODE_WORDS } from '../../src/io/writers/words';
import { type Layer, recordCount, type Writer } from '../../src/io/writers/writer';
import { generatedLayers } from '../../tests/support/generated-records';
import { readBack } from '../../tests/support/read-back';
import { differences } from '../../tests/support/round-trip';
import { line } from '../support/measure';

// Every format by the app's own writer and reader, then by GDAL where the machine has it.
const LAYERS = generatedLayers(1, 10_000, { longTexts: true });
const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'shuantu-round-trip-'));
let wrong = 0;
for (const writer of WRITERS) await roundTrip(writer);
rmSync(folder, { recursive: true });
process.exitCode = wrong > 0 ? 1 : 0;

async function roundTrip(writer: Writer): Promise<void> {
  const files = writer.manyTypes ? [LAYERS] : LAYERS.map((layer) => [layer]);
  let [bytesWritten, writeMs, readMs, different, foundByGdal] = [0, 0, 0, 0, 0];
  for (const layers of files) {
    const started = performance.now();
    const { bytes } = await writer.write(layers, { words: CODE_WORDS, system: WGS84_OUTPUT });
    const written = performance.now();
    const name = writer.manyTypes ? `plan.${writer.ending}` : `plan-${layers[0]!.type}.${writer.ending}`;
    const back = await readBack(name, bytes);
    readMs += performance.now() - written;
    writeMs += written - started;
    bytesWritten += bytes.length;
    different += differing(writer, layers, back);
    if (hasGdal) foundByGdal += countedByGdal(writer, name, bytes);
  }
  const count = recordCount(LAYERS);
  line(
    `${writer.format}: ${count.toLocaleString('en')} records written`,
    `${writeMs.toFixed(0)} ms, ${(bytesWritten / 1e6).toFixed(1)} MB`,
  );
  line('  read and mapped again', `${readMs.toFixed(0)} ms`);
  line('  records that differ in what the format can hold', String(different), 'asked: 0');
  if (hasGdal)
    line('  records that GDAL finds', foundByGdal.toLocaleString('en'), `asked: ${count.toLocaleString('en')}`);
  if (different > 0 || (hasGdal && foundByGdal !== count)) wrong++;
}

function differing(writer: Writer, layers: readonly Layer[], back: Awaited<ReturnType<typeof readBack>>): number {
  return layers.reduce((sum, layer, k) => {
    const found =
      back[k]?.type === layer.type ? differences(writer.id, layer, back[k].records, 0, Infinity) : layer.records;
    return sum + found.length;
  }, 0);
}

function countedByGdal(writer: Writer, name: string, bytes: Uint8Array): number {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const source = writer.id === 'shapefile' ? `/vsizip/${path}` : path;
  const said = execFileSync('ogrinfo', ['-ro', '-al', '-so', '--config', 'OGR_XLSX_HEADERS', 'FORCE', source], {
    encoding: 'utf8',
  });
  const layers = [...said.matchAll(/Layer name: (\S+)[\s\S]*?Feature Count: (\d+)/g)];
  // A plan has a table of its own facts beside the records.
  const records = layers.filter(([, name]) => !/^(shuantu_plan|layer_styles)$/.test(name!));
  return records.reduce((sum, [, , count]) => sum + Number(count), 0);
}
