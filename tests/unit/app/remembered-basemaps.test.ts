import { describe, expect, it } from 'vitest';
import { rememberedBasemaps } from '../../../src/app/remembered-basemaps';
import { readAddress } from '../../../src/io/basemap/tile-address';

const read = readAddress('https://{0-3}.a.org/{z}/{x}/{y}.png', { rowsFromSouth: true, maxZoom: 20 });
if (!read.ok || read.value.kind !== 'tiles') throw new Error('address');
const KEPT = { kind: 'online', address: read.value.address, gcj02: true } as const;

describe('basemaps of last time', () => {
  it('come back as they were, the one in use in use', () => {
    const back = rememberedBasemaps(JSON.parse(JSON.stringify([KEPT])), KEPT.address.template);
    expect(back).toEqual({ addresses: [KEPT], basemap: KEPT });
    expect(rememberedBasemaps([KEPT], null).basemap).toEqual({ kind: 'plan' });
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['no address', [{}, null, 3]],
    ['an address that asks for no tile', [{ address: { template: 'https://a.org/' } }]],
    ['an address that is none', [{ address: { template: 'javascript:{z}{x}{y}' } }]],
  ])('are dropped when storage holds %s', (_, stored) => {
    expect(rememberedBasemaps(stored, 'javascript:{z}{x}{y}')).toEqual({ addresses: [], basemap: { kind: 'plan' } });
  });

  it('get sound values for odd ones', () => {
    const odd = { ...KEPT, address: { ...KEPT.address, maxZoom: 99, tileSizePx: 7, servers: [1], title: null } };
    expect(rememberedBasemaps([odd], '').addresses[0]!.address).toMatchObject({ maxZoom: 18, tileSizePx: 256 });
  });
});
