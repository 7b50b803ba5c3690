import { expect, it } from 'vitest';
import { addressOf, readAddress } from '../../../src/app/address';
import { initialState } from '../../../src/store/app-store';

it('a view comes back from its address', () => {
  const state = initialState();
  const address = addressOf({
    ...state,
    view: { ...state.view, job: 'response', camera: { center: [118.35, 31.28], zoom: 12.5, bearing: 10, pitch: 30 } },
    settings: { ...state.settings, coverage: { ...state.settings.coverage, countPlanned: true } },
    selection: { ...state.selection, records: [{ type: 'hydrant', id: 'a/b' }] },
  });
  expect(readAddress(address)).toEqual({
    job: 'response',
    camera: { center: [118.35, 31.28], zoom: 12.5, bearing: 10, pitch: 30 },
    planned: true,
    selected: { type: 'hydrant', id: 'a/b' },
  });
});

it.each(['', '#', '#job=nonsense&at=a,b,c', '#at=1', '#at=10,99,3', '#sel=hydrant', '#%%%'])(
  'nonsense in %j is left out',
  (hash) => {
    expect(readAddress(hash)).toEqual({});
  },
);
