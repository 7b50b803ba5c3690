import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentTrouble, statusTrouble } from '../../../../src/worker/tiles/trouble';

const URL = 'https://tiles.example.org/1/0/0.png';

describe('a tile that does not come', () => {
  beforeEach(() => {
    vi.stubGlobal('self', { location: { protocol: 'https:' } });
    vi.stubGlobal('navigator', { onLine: true });
  });
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    [403, 'basemap.refused', false],
    [404, 'basemap.missing', true],
    [429, 'basemap.tooMany', false],
    [500, 'basemap.status', false],
  ])('is told by the status %i', (status, code, missing) => {
    expect(statusTrouble(URL, status)).toMatchObject({ issue: { code }, missing });
  });

  it('is told apart: no network, silence, no permission, and http under https', async () => {
    vi.stubGlobal('fetch', async () => ({ type: 'opaque' }));
    expect((await silentTrouble(URL)).issue.code).toBe('basemap.cors');
    expect((await silentTrouble('http://tiles.example.org/1')).issue.code).toBe('basemap.mixed');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect((await silentTrouble(URL)).issue.code).toBe('basemap.silent');
    vi.stubGlobal('navigator', { onLine: false });
    expect((await silentTrouble(URL)).issue.code).toBe('basemap.offline');
    expect((await silentTrouble('https://192.168.1.5/1')).issue.code).toBe('basemap.silent');
  });
});
