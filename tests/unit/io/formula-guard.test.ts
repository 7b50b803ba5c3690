import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, unguarded } from '../../../src/io/formula-guard';

describe('the formula guard', () => {
  it.each(['=1+1', '+86 553', '-cmd', '@SUM(A1)', '\tx', '\rx'])('keeps %j from being run', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
  });

  it.each(['-5', '-0.25', '+3', '-1e-7', '完好', '', "it's", '5-3'])('leaves %j as it is', (text) => {
    expect(guarded(text)).toBe(text);
  });

  it('is taken off exactly, whatever the text', () => {
    const text = fc.stringMatching(/^'{0,3}[=+\-@\t\r]?[a-z0-9'=]{0,5}$/);
    fc.assert(fc.property(fc.oneof(text, fc.string()), (before) => unguarded(guarded(before)) === before));
  });
});
