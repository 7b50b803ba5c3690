import type { Reader } from './reader';
import { headText } from './text';
import { readXml } from './xml';

/** GPX of a hand-held receiver: waypoints, routes and tracks. */
export const gpxReader: Reader = {
  format: 'GPX',
  sniff: (head) => (/<(?:\w+:)?gpx[\s>]/i.test(headText(head)) ? 1 : 0),
  read: async (file, pace) => {
    const { gpxGen } = await import('@tmcw/togeojson');
    return readXml('GPX', file, pace, (document) => gpxGen(document));
  },
};
