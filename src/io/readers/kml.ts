import type { Reader } from './reader';
import { headText } from './text';
import { readXml } from './xml';

/** KML of Google Earth: placemarks with their extended data. A KMZ is an archive with one in it. */
export const kmlReader: Reader = {
  format: 'KML',
  sniff: (head) => (/<(?:\w+:)?kml[\s>]/i.test(headText(head)) ? 1 : 0),
  read: async (file, pace) => {
    const { kmlGen } = await import('@tmcw/togeojson');
    return readXml('KML', file, pace, (document) => kmlGen(document));
  },
};
