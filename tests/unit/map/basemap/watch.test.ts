import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../../src/base/issue';
import { BasemapWatch } from '../../../../src/map/basemap/watch';

const MISSING = { kind: 'trouble', issue: issueOf('basemap.missing'), missing: true } as const;
const SILENT = { kind: 'trouble', issue: issueOf('basemap.silent'), missing: false } as const;
const GOOD = { kind: 'nothing' } as const;

function watchOf(pending: number): BasemapWatch {
  const watch = new BasemapWatch();
  for (let k = 0; k < pending; k++) watch.asked();
  return watch;
}

describe('the watch over a basemap', () => {
  it('gives up when all that was asked for has failed', () => {
    const watch = watchOf(2);
    expect(watch.answered(MISSING)).toBeNull();
    expect(watch.answered(MISSING)?.code).toBe('basemap.missing');
  });

  it('gives up at the sixth failure though others are on their way', () => {
    const watch = watchOf(20);
    const answers = Array.from({ length: 6 }, () => watch.answered(SILENT)?.code ?? null);
    expect(answers).toEqual([null, null, null, null, null, 'basemap.silent']);
  });

  it('takes missing tiles as the edge of the map once one has come', () => {
    const watch = watchOf(100);
    watch.answered(GOOD);
    expect(Array.from({ length: 90 }, () => watch.answered(MISSING)).every((reason) => reason === null)).toBe(true);
  });

  it('gives up when the network has gone for long, not for a single failure', () => {
    const watch = watchOf(100);
    watch.answered(GOOD);
    for (let k = 0; k < 11; k++) expect(watch.answered(SILENT)).toBeNull();
    watch.answered(GOOD);
    for (let k = 0; k < 11; k++) expect(watch.answered(SILENT)).toBeNull();
    expect(watch.answered(SILENT)?.code).toBe('basemap.silent');
  });

  it('does not count what was called off', () => {
    const watch = watchOf(1);
    expect(watch.answered(null)).toBeNull();
  });
});
