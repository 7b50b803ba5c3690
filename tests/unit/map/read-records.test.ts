import { expect, it } from 'vitest';
import { readRecords } from '../../../src/map/read-records';

it('hands all features to the map and none to whoever copies the collection', async () => {
  const features = [{ type: 'Feature', properties: { id: 'h' }, geometry: { type: 'Point', coordinates: [120, 30] } }];
  const url = URL.createObjectURL(new Blob([JSON.stringify({ type: 'FeatureCollection', features })]));
  const records = await readRecords(url);
  expect(records.features).toEqual(features);
  expect({ ...records }).toEqual({ type: 'FeatureCollection' });
});
