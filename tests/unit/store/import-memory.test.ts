import { describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../../src/io/mapping/import-plan';
import { ImportMemory } from '../../../src/store/import-memory';

function drawer(content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const CHOICES: ImportChoices = {
  entity: 'hydrant',
  mode: 'replace',
  mapping: [{ field: 'status', column: '状态', reason: 'user', reading: { words: { 良: 'working' } } }],
  crs: 'GCJ02',
  swap: false,
};

describe('the memory of imports', () => {
  it('gives back how a file with these columns came in, in any order, but not whether it replaced', () => {
    const memory = new ImportMemory(drawer());
    memory.keep(['编号', '状态'], CHOICES);
    const { mode: _, ...rest } = CHOICES;
    expect(memory.recall(['状态', '编号'])).toEqual(rest);
    expect(memory.recall(['状态'])).toBeNull();
  });

  it('outlives the page, forgets one header, and can be emptied', () => {
    const storage = drawer();
    new ImportMemory(storage).keep(['a'], CHOICES);
    new ImportMemory(storage).keep(['b'], CHOICES);
    const memory = new ImportMemory(storage);
    memory.forget(['a']);
    expect(memory.recall(['a'])).toBeNull();
    expect(memory.recall(['b'])).not.toBeNull();
    memory.clear();
    expect(memory.recall(['b'])).toBeNull();
  });

  it('keeps the newest forty', () => {
    const memory = new ImportMemory(drawer());
    for (let k = 0; k < 45; k++) memory.keep([`c${k}`], CHOICES);
    expect(memory.recall(['c4'])).toBeNull();
    expect(memory.recall(['c5'])).not.toBeNull();
  });

  it.each(['not json', '{}', '[1, null, {"header":"x"}]'])('takes damaged storage (%s) for none', (text) => {
    const memory = new ImportMemory(drawer({ 'shuantu.imports': text }));
    expect(memory.recall(['x'])).toBeNull();
    memory.keep(['x'], CHOICES);
    expect(memory.recall(['x'])).not.toBeNull();
  });

  it('does without storage, and without room', () => {
    const full = {
      ...drawer(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    for (const storage of [null, full]) {
      const memory = new ImportMemory(storage);
      memory.keep(['a'], CHOICES);
      expect(memory.recall(['a'])).toBeNull();
    }
  });
});
