import type { RawTable, Reader } from './reader';
import { headText } from './text';
import { readXml } from './xml';

/** More folders than this are an order of somebody's own, not kinds of things. */
const MOST_FOLDERS = 30;

/** KML of Google Earth: placemarks with their extended data, a table for each folder. A KMZ is an archive with one in it. */
export const kmlReader: Reader = {
  format: 'KML',
  sniff: (head) => (/<(?:\w+:)?kml[\s>]/i.test(headText(head)) ? 1 : 0),
  read: async (file, pace) => {
    const { kmlGen } = await import('@tmcw/togeojson');
    let folders: string[] = [];
    const [table] = await readXml('KML', file, pace, (root) => {
      folders = foldersOf(root);
      return kmlGen(root);
    });
    return byFolder(table!, folders);
  },
};

/** For each placemark in order the name of its outermost folder that is not around all of them, or else of its own. */
function foldersOf(root: Document): string[] {
  const paths = Array.from(root.getElementsByTagName('Placemark'), pathOf);
  const [first = []] = paths;
  const shared = first.findIndex((folder, k) => paths.some((path) => path[k] !== folder));
  const depth = shared < 0 ? first.length - 1 : shared;
  return paths.map((path) => nameOf(path[depth]));
}

/** Folders around a placemark, outermost first. */
function pathOf(placemark: Element): Element[] {
  const path: Element[] = [];
  for (let at = placemark.parentNode as Element | null; at; at = at.parentNode as Element | null)
    if (at.localName === 'Folder') path.unshift(at);
  return path;
}

function nameOf(folder: Element | undefined): string {
  const name = Array.from(folder?.childNodes ?? []).find((node) => (node as Element).localName === 'name');
  return name?.textContent?.trim() ?? '';
}

function byFolder(table: RawTable, folders: readonly string[]): RawTable[] {
  const names = [...new Set(folders)];
  if (names.length < 2 || names.length > MOST_FOLDERS)
    return [{ ...table, ...(names.length === 1 && names[0] ? { layer: names[0] } : {}) }];
  return names.flatMap((layer) => {
    const features = table.features.filter(({ row }) => (folders[row - 1] ?? '') === layer);
    const columns = new Set(features.flatMap(({ properties }) => Object.keys(properties)));
    const issues = table.issues.filter(({ params }) => (folders[Number(params.row) - 1] ?? '') === layer);
    if (features.length === 0 && issues.length === 0) return [];
    return [{ ...table, ...(layer ? { layer } : {}), columns: [...columns], features, issues }];
  });
}
