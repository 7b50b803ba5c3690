import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputSystem, WGS84_OUTPUT } from '../../../../src/io/writers/output-system';
import { WRITERS, writerOf } from '../../../../src/io/writers/registry';
import { CODE_WORDS } from '../../../../src/io/writers/words';
import type { FormatId, Layer } from '../../../../src/io/writers/writer';
import { ENTITY_SPECS } from '../../../../src/model/entities/registry';
import { generatedLayers } from '../../../support/generated-records';
import { held } from '../../../support/round-trip';

/** An independent reader; on machines without it there is nothing to check against. */
const hasGdal = spawnSync('ogr2ogr', ['--version']).status === 0;
const LAYERS = generatedLayers(5, 280);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuantu-gdal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly coordinates: readonly number[] } | null;
}

/** A layer as GDAL reads it; dates with dashes. */
function gdal(source: string, layer: string, ...options: string[]): Feature[] {
  const args = ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=15', '/vsistdout/', source, layer, ...options];
  return JSON.parse(execFileSync('ogr2ogr', args, { encoding: 'utf8', maxBuffer: 1 << 28 })).features;
}

function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? undefined;
  return value.replace(
    /^(\d{4})\/(\d\d)\/(\d\d)(?: (\d\d:\d\d:\d\d)(?:\+00)?)?$/,
    (_, y, m, d, time) => `${y}-${m}-${d}${time ? `T${time}` : ''}`,
  );
}

/** Formats without a type of their own for yes and no. */
function flag(value: unknown): unknown {
  return value === undefined || value === '?' ? undefined : [true, 1, '1', 'true', 'T'].includes(value as string);
}

async function sourceOf(id: FormatId, layers: readonly Layer[]): Promise<string> {
  const writer = writerOf(id);
  const { bytes } = await writer.write(layers, { words: CODE_WORDS, system: WGS84_OUTPUT });
  const path = join(folder, `${layers[0]!.type}.${writer.ending}`);
  writeFileSync(path, bytes);
  return id === 'shapefile' ? `/vsizip/${path}` : path;
}

describe.skipIf(!hasGdal)('GDAL', () => {
  it.each(WRITERS.filter(({ id }) => id !== 'geojson' && id !== 'csv').map(({ id }) => id))(
    'finds every layer of a %s file with all of its records',
    async (id) => {
      const source = await sourceOf(id, LAYERS);
      const said = execFileSync('ogrinfo', ['-ro', '-al', '-so', '--config', 'OGR_XLSX_HEADERS', 'FORCE', source], {
        encoding: 'utf8',
      });
      const counts = [...said.matchAll(/Layer name: (\S+)[\s\S]*?Feature Count: (\d+)/g)].map(([, name, count]) => [
        // The layers of a plan are named hydrant, water_source …; it has one table of its own.
        name!.replaceAll('_', '').toLowerCase(),
        Number(count),
      ]);
      const found = counts.filter(([name]) => name !== 'shuantuplan' && name !== 'layerstyles');
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(LAYERS.map(({ type, records }) => [type.toLowerCase(), records.length])),
      );
    },
  );

  it.each(['geojson', 'csv', 'xlsx', 'shapefile'] as const)(
    'reads the values of a %s file as they are in the plan',
    async (id) => {
      for (const layer of LAYERS.filter(({ type }) => ['hydrant', 'incident', 'keyUnit'].includes(type))) {
        const source = await sourceOf(id, [layer]);
        const features = gdal(
          source,
          layer.type,
          ...(id === 'csv' ? ['-oo', 'X_POSSIBLE_NAMES=lon', '-oo', 'Y_POSSIBLE_NAMES=lat'] : []),
        );
        expect(features).toHaveLength(layer.records.length);
        for (const [k, record] of layer.records.entries()) {
          const { properties, geometry } = features[k]!;
          if (id !== 'xlsx') expect(geometry!.coordinates).toEqual(record.geometry.coordinates);
          for (const { name, kind } of ENTITY_SPECS[layer.type].fields) {
            const read = plain(properties[name] ?? properties[name.slice(0, 10)]);
            // The escapes of ECMA-376 it leaves as they are.
            const got =
              id === 'xlsx' && typeof read === 'string' ? read.replace(/_x005F_(x[0-9A-F]{4}_)/g, '_$1') : read;
            const want = held(id, (record as unknown as Record<string, unknown>)[name]);
            if (id === 'csv') expect(String(got ?? '').replace(/^'(?=['=+\-@])/, ''), name).toBe(String(want ?? ''));
            else if (kind === 'boolean') expect(flag(got), name).toBe(want);
            else expect(got, `${record.id}.${name}`).toBe(want);
          }
        }
      }
    },
  );

  it('knows the coordinate system of a Shapefile in metres', async () => {
    const system = await outputSystem('EPSG:4548');
    if (!system.ok) throw new Error();
    const { bytes } = await writerOf('shapefile').write([LAYERS[0]!], { words: CODE_WORDS, system: system.value });
    const path = join(folder, 'metres.zip');
    writeFileSync(path, bytes);
    const features = gdal(`/vsizip/${path}`, 'hydrant', '-t_srs', 'EPSG:4326');
    for (const [k, { geometry }] of LAYERS[0]!.records.entries())
      for (const axis of [0, 1])
        expect(features[k]!.geometry!.coordinates[axis]).toBeCloseTo(geometry.coordinates[axis] as number, 8);
  });
});
