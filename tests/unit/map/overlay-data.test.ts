import { describe, expect, it } from 'vitest';
import type { Gap } from '../../../src/analysis/coverage/answer';
import { gapLabelData, hoseData, ringData } from '../../../src/map/layers/overlay-data';
import { initialState } from '../../../src/store/app-store';
import type { AppState, ResultsSlice } from '../../../src/store/state';
import { at, rectangle } from '../../support/plans';

const metres = (m: number): string => `${m} m`;

function stateWith(results: Partial<ResultsSlice>, fields: Partial<AppState> = {}): AppState {
  const state = initialState();
  return { ...state, ...fields, results: { ...state.results, ...results } };
}

function gap(rank: number): Gap {
  const holds = { areaM2: 1, buildings: 0, keyUnits: 0, highRiskUnits: 0, incidents: 0 };
  const mostRemote = { position: at(rank, 0), distanceM: 100 + rank };
  return { id: `g${rank}`, rank, ...holds, centroid: at(0, rank), mostRemote, geometry: rectangle(0, 0, 1, 1) };
}

const coverageOf = (gaps: Gap[]) => ({ coverage: { gaps } as unknown as NonNullable<ResultsSlice['coverage']> });

describe('gap labels', () => {
  const gaps = Array.from({ length: 12 }, (_, k) => gap(k + 1));

  it('number the ten first gaps', () => {
    const { features } = gapLabelData(stateWith(coverageOf(gaps)), metres);
    expect(features.map(({ properties }) => properties?.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('mark the most remote point of the chosen gap with its distance', () => {
    const { selection } = initialState();
    const state = stateWith(coverageOf(gaps), { selection: { ...selection, gapId: 'g12' } });
    const marks = gapLabelData(state, metres).features.filter(({ properties }) => properties?.part === 'remote');
    expect(marks).toEqual([
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: at(12, 0) },
        properties: { part: 'remote', text: '112 m' },
      },
    ]);
  });
});

describe('rings of reach', () => {
  it('are bands that do not lie on each other, their edges, and what none reaches; only while they are asked for', () => {
    const ring = { threshold: 3, radiusM: 1300, geometry: rectangle(0, 0, 2, 2), band: rectangle(0, 0, 1, 1) };
    const response = { rings: [ring], unreached: rectangle(2, 2, 3, 3) } as unknown as ResultsSlice['response'];
    const { view } = initialState();
    expect(ringData(stateWith({ response }), String).features).toEqual([]);
    const { features } = ringData(stateWith({ response }, { view: { ...view, job: 'response' } }), String);
    expect(features.map(({ properties }) => properties?.part)).toEqual(['band', 'edge', 'unreached']);
  });
});

describe('hoses to a building', () => {
  const source = (hydrantId: string, layM: number) => ({ hydrantId, layM });
  const chosen = {
    position: at(10, 20),
    water: { frontage: { position: at(10, 0) }, sources: [source('near', 40), source('far', 90)] },
    hoses: [
      { hydrantId: 'near', line: [at(10, 0), at(50, 0)] },
      { hydrantId: 'far', line: [at(10, 0), at(-80, 0)] },
    ],
  };
  const water = { chosen } as unknown as ResultsSlice['water'];
  const { view, settings } = initialState();
  const inView = { view: { ...view, job: 'response' as const }, settings: { ...settings, metric: 'water' as const } };

  it('are drawn with their lay, the nearest last so that it lies on top, with the way from the street to the building', () => {
    const { features } = hoseData(stateWith({ water }, inView), metres);
    expect(features.map(({ properties }) => properties)).toEqual([
      { part: 'hose', rank: 1, text: '90 m' },
      { part: 'hose', rank: 0, text: '40 m' },
      { part: 'setBack' },
      { part: 'place' },
    ]);
  });

  it('are not drawn while another view or job is open, or where no street is near', () => {
    expect(hoseData(stateWith({ water }, { ...inView, settings }), metres).features).toEqual([]);
    expect(hoseData(stateWith({ water }, { ...inView, view }), metres).features).toEqual([]);
    const apart = { chosen: { ...chosen, hoses: [], water: { frontage: null, sources: [] } } };
    const { features } = hoseData(stateWith({ water: apart as unknown as ResultsSlice['water'] }, inView), metres);
    expect(features.map(({ properties }) => properties?.part)).toEqual(['place']);
  });
});
