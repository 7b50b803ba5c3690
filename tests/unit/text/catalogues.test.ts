import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENTITY_SPECS, ENTITY_TYPES } from '../../../src/model/entities/registry';
import { sentence } from '../../../src/text/speak';

const SRC = resolve(import.meta.dirname, '../../../src');
const CATALOGUES = ['app', 'cli', 'issue', 'model'] as const;

function keysOf(tree: unknown, prefix = ''): string[] {
  if (typeof tree === 'string') return [prefix];
  return Object.entries(tree as object).flatMap(([key, value]) => keysOf(value, prefix ? `${prefix}.${key}` : key));
}

function catalogue(language: string, name: string): unknown {
  return JSON.parse(readFileSync(join(SRC, 'text', language, `${name}.json`), 'utf8'));
}

function valueAt(tree: unknown, path: string): string {
  return path.split('.').reduce((at, step) => (at as Record<string, unknown>)[step], tree) as string;
}

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return /\.tsx?$/.test(entry.name) ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}

const CODE = sources(SRC);

describe.each(CATALOGUES)('the catalogue “%s”', (name) => {
  const zh = catalogue('zh-CN', name);
  const en = catalogue('en', name);
  // English has a form for one more than Chinese needs.
  const plain = (keys: string[]): string[] => [...new Set(keys.map((key) => key.replace(/_(one|other)$/, '')))].sort();

  it('has the same keys in both languages', () => {
    expect(plain(keysOf(zh))).toEqual(plain(keysOf(en)));
  });

  it('names the same values in both languages and leaves nothing empty', () => {
    const names = (text: string): string[] =>
      [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, one]) => one!))].sort();
    for (const key of keysOf(zh)) {
      const other = keysOf(en).find(
        (candidate) => candidate.replace(/_(one|other)$/, '') === key.replace(/_other$/, ''),
      );
      expect(valueAt(zh, key).trim(), key).not.toBe('');
      expect(names(valueAt(zh, key)), key).toEqual(names(valueAt(en, other!)));
    }
  });
});

/** Keys that are put together at run time: each pattern stands where the code builds it. */
function usedIn(code: string): { readonly exact: ReadonlySet<string>; readonly built: readonly RegExp[] } {
  const literals = [...code.matchAll(/(['"])([a-z]\w*(?:\.\w+)+|[a-z]\w*)\1/g)].map(([, , text]) => text!);
  const templates = [...code.matchAll(/`([^`\n]*)`/g)].map(([, text]) => text!).filter((text) => text.includes('${'));
  const built = templates
    .map((text) => text.replace(/\$\{[^}]*\}/g, '@'))
    .filter((text) => /^[\w.@]+$/.test(text) && text.includes('.'))
    .map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('@', '[\\w.-]+')}$`));
  return { exact: new Set(literals), built };
}

describe('words in use', () => {
  const { exact, built } = usedIn(CODE);
  const isUsed = (key: string): boolean => exact.has(key) || built.some((pattern) => pattern.test(key));

  it('leave no key of the interface unused', () => {
    const keys = [...new Set(keysOf(catalogue('zh-CN', 'app')).map((key) => key.replace(/_(one|other)$/, '')))];
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('have every key that the interface asks for', () => {
    const keys = new Set(keysOf(catalogue('zh-CN', 'app')).map((key) => key.replace(/_(one|other)$/, '')));
    const asked = [...CODE.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key!);
    expect(asked.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('have a sentence for every issue, and no sentence without an issue', () => {
    const keys = keysOf(catalogue('zh-CN', 'issue'));
    const issued = new Set([...CODE.matchAll(/(?:issueOf|refuse|note)\(\s*'([\w.]+)'/g)].map(([, code]) => code!));
    // Some are chosen first and issued later.
    const named = new Set([...CODE.matchAll(/'([\w]+\.[\w]+)'/g)].map(([, code]) => code!));
    expect([...issued].filter((code) => !keys.includes(code))).toEqual([]);
    expect(keys.filter((key) => !named.has(key))).toEqual([]);
  });

  it('name every record type, field and choice of the model', () => {
    const keys = new Set(keysOf(catalogue('zh-CN', 'model')));
    const wanted = ENTITY_TYPES.flatMap((type) => [
      `${type}.label`,
      ...ENTITY_SPECS[type].fields.flatMap(({ name, choices = [] }) => [
        `${type}.${name}.label`,
        ...choices.map((choice) => `${type}.${name}.${choice}`),
      ]),
    ]);
    expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('speak a sentence with its values, types and fields in words', () => {
    const issue = {
      code: 'field.range',
      severity: 'warning',
      params: { type: 'hydrant', field: 'flowLps', value: 900, min: 0, max: 500 },
    } as const;
    expect(sentence(issue, 'zh-CN')).toMatch(/流量.*900.*0～500/);
    expect(sentence(issue, 'en')).toMatch(/900/);
  });
});
