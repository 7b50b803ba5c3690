import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Floors of the house; a folder imports only folders on a lower floor (type imports too). */
const FLOOR: Readonly<Record<string, number>> = {
  base: 0,
  text: 1,
  geometry: 1,
  model: 2,
  network: 3,
  io: 3,
  demo: 3,
  analysis: 4,
  documents: 5,
  worker: 6,
  store: 7,
  commands: 8,
  map: 9,
  panels: 9,
  app: 10,
  cli: 10,
};
const PURE = ['base', 'geometry', 'model', 'network', 'io', 'demo', 'analysis', 'documents'];
const SRC = resolve(import.meta.dirname, '../../src');

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function relativeImports(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/(?:from\s*|import\s*\(\s*|import\s+|new URL\(\s*)['"](\.{1,2}\/[^'"]+)['"]/g)];
  return found.map(([, specifier]) => ({
    file: relative(SRC, file),
    from: topFolder(file),
    to: topFolder(resolve(dirname(file), specifier!)),
  }));
}

function topFolder(path: string): string {
  return relative(SRC, path).split(/[\\/]/)[0]!;
}

const files = sourceFiles(SRC);

describe('the house', () => {
  it('knows the floor of every folder of src', () => {
    const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).filter((name) => !(name in FLOOR))).toEqual([]);
  });

  it('lets a folder import only folders on a lower floor', () => {
    const wrong = files
      .flatMap(relativeImports)
      .filter(({ from, to }) => from !== to && to in FLOOR && !(FLOOR[to]! < FLOOR[from]!))
      .map(({ file, to }) => `${file} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  it('keeps the pure floors free of the clock, unseeded random, React and the DOM', () => {
    const wrong = files
      .filter((file) => PURE.includes(topFolder(file)))
      .filter((file) =>
        /Math\.random|Date\.now|new Date\(\)|performance\.now|\bdocument\.|\bwindow\.|from 'react/.test(
          readFileSync(file, 'utf8'),
        ),
      )
      .map((file) => relative(SRC, file));
    expect(wrong).toEqual([]);
  });
});
