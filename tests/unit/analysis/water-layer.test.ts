import { expect, it } from 'vitest';
import { WaterLayer } from '../../../src/analysis/hose/water-layer';
import { rectangle } from '../../support/plans';

it('gives every outline with the side that fails, and marks what only the crow reaches', () => {
  const layer = new WaterLayer([
    { id: 'a "quoted" one', geometry: rectangle(0, 0, 10, 10) },
    { id: 'b', geometry: rectangle(20, 0, 30, 10) },
  ]);
  const read = (...given: Parameters<WaterLayer['bytes']>) =>
    JSON.parse(new TextDecoder().decode(layer.bytes(...given)));
  const { type, features } = read(['both', 'none'], (b) => b === 0);
  expect(type).toBe('FeatureCollection');
  expect(features[0]).toEqual({
    type: 'Feature',
    properties: { id: 'a "quoted" one', side: 'both', crow: 1 },
    geometry: rectangle(0, 0, 10, 10),
  });
  expect(features[1].properties).toEqual({ id: 'b', side: 'none', crow: 0 });
  expect(read(['water', 'engine'], () => false).features[0].properties.side).toBe('water');
  expect(JSON.parse(new TextDecoder().decode(new WaterLayer([]).bytes([], () => false))).features).toEqual([]);
});
