import type { OnlineBasemap } from '../io/basemap/basemap';
import { readAddress, type TileAddress } from '../io/basemap/tile-address';
import type { ViewSlice } from '../store/state';

/**
 * Online basemaps as kept by the browser: storage may hold anything, so every address is read again as if typed. `inUse` is
 * the template of the one that was drawn last.
 */
export function rememberedBasemaps(addresses: unknown, inUse: unknown): Pick<ViewSlice, 'addresses' | 'basemap'> {
  const known = (Array.isArray(addresses) ? addresses : []).flatMap(remembered);
  return {
    addresses: known,
    basemap: known.find(({ address }) => address.template === inUse) ?? { kind: 'plan' },
  };
}

function remembered(entry: unknown): OnlineBasemap[] {
  const { address, gcj02 } = (entry ?? {}) as { address?: Partial<TileAddress>; gcj02?: unknown };
  if (typeof address?.template !== 'string') return [];
  const read = readAddress(address.template);
  if (!read.ok || read.value.kind !== 'tiles') return [];
  const plain = read.value.address;
  const texts = (list: unknown): list is readonly string[] =>
    Array.isArray(list) && list.length > 0 && list.every((one) => typeof one === 'string');
  const zoom = (value: unknown, otherwise: number): number =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 24 ? (value as number) : otherwise;
  const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
  return [
    {
      kind: 'online',
      gcj02: gcj02 === true,
      address: {
        template: plain.template,
        text: text(address.text, plain.text),
        servers: texts(address.servers) ? address.servers : plain.servers,
        matrices: texts(address.matrices) ? address.matrices : null,
        rowsFromSouth: address.rowsFromSouth === true,
        tileSizePx: address.tileSizePx === 512 ? 512 : 256,
        minZoom: zoom(address.minZoom, 0),
        maxZoom: zoom(address.maxZoom, plain.maxZoom),
        title: text(address.title, plain.title),
        credit: text(address.credit, plain.credit),
      },
    },
  ];
}
