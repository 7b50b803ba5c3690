import { describe, expect, it, vi } from 'vitest';
import { Recent } from '../../../../src/worker/tiles/recent';

describe('the values last asked for', () => {
  it('are made once while kept, and again when pushed out', async () => {
    const recent = new Recent<string>(2);
    const make = vi.fn(async () => 'a');
    await recent.get('a', make);
    await recent.get('b', async () => 'b');
    await recent.get('a', make);
    await recent.get('c', async () => 'c');
    await recent.get('a', make);
    expect(make).toHaveBeenCalledTimes(1);
    await recent.get('b', async () => 'b');
    await recent.get('c', async () => 'c');
    await recent.get('a', make);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('are tried again after a failure', async () => {
    const recent = new Recent<string>(2);
    await expect(recent.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(recent.get('a', async () => 'yes')).resolves.toBe('yes');
  });
});
