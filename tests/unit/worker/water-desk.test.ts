import { describe, expect, it } from 'vitest';
import { DEFAULT_DRIVE_SETTINGS } from '../../../src/analysis/drive/settings';
import { DEFAULT_HOSE_SETTINGS } from '../../../src/analysis/hose/settings';
import { changeOf } from '../../../src/model/change/change';
import type { Plan } from '../../../src/model/plan';
import { Engine } from '../../../src/worker/engine';
import type { WaterAsk } from '../../../src/worker/water-desk';
import { TestShelf } from '../../support/plan-shelf';
import { at, planOf, point, rectangle } from '../../support/plans';

const ASK: WaterAsk = {
  settings: DEFAULT_HOSE_SETTINGS,
  drive: { ...DEFAULT_DRIVE_SETTINGS, turnoutS: 60 },
  held: null,
  heldStation: null,
  place: null,
};

const street = (id: string, x0: number, x1: number) => ({
  id,
  class: 'tertiary' as const,
  geometry: { type: 'LineString' as const, coordinates: [at(x0, 0), at(x1, 0)] },
});
const house = (id: string, x: number) => ({
  id,
  use: 'residential' as const,
  floors: 3,
  geometry: rectangle(x, 10, x + 20, 30),
});

/** A street of 8 km in three parts with a station at its west end; a hydrant by the first house, none by the others. */
const town = (fields: Parameters<typeof planOf>[0] = {}): Plan =>
  planOf({
    roadSegment: [street('gate', 0, 200), street('west', 200, 4000), street('east', 4000, 8000)],
    fireStation: [{ id: 's', name: 's', geometry: point(0, 20) }],
    building: [house('near', 400), house('dry', 1000), house('far', 7600), house('farDry', 7000)],
    hydrant: [
      { id: 'h', status: 'working', flowLps: 20, geometry: point(380, 5) },
      { id: 'east', status: 'working', flowLps: 20, geometry: point(7590, 5) },
    ],
    ...fields,
  });

async function openTown(plan = town()) {
  const shelf = await TestShelf.with(plan);
  const engine = new Engine(async () => shelf);
  await engine.open(null, () => undefined);
  const ask = async (fields: Partial<WaterAsk> = {}) => {
    const view = await engine.water({ ...ASK, ...fields });
    if (!view.ok) throw new Error(view.issue.code);
    return view.value;
  };
  const sides = async (fields: Partial<WaterAsk> = {}) => {
    const { features } = JSON.parse(new TextDecoder().decode((await ask(fields)).layer));
    return Object.fromEntries(
      features.map(({ properties }: { properties: { id: string; side: string } }) => [properties.id, properties.side]),
    );
  };
  return { engine, ask, sides };
}

describe('hose and water of a plan', () => {
  it('tells for every building which side fails, and lists those that fail, the worst first', async () => {
    const { ask, sides } = await openTown();
    expect(await sides()).toEqual({ near: 'none', dry: 'water', far: 'engine', farDry: 'both' });
    const view = await ask();
    expect(view.joint).toMatchObject({ totals: { none: 1, water: 1, engine: 1, both: 1 }, limit: { limitS: 300 } });
    expect(view).toMatchObject({ failingCount: 3, pumped: 2 });
    expect(view.failing.map(({ water }) => water.id)).toEqual(['farDry', 'dry', 'far']);
    expect(view.failing[0]).toMatchObject({ water: { fix: { kind: 'newHydrant' } }, joint: { fails: 'both' } });
    expect(view.summary.totals).toMatchObject({ total: 4, byVerdict: { passes: 2, distance: 2 } });
  });

  it('follows a held hydrant or station, puts it back, and takes up edits of hydrants and roads', async () => {
    const { engine, sides } = await openTown();
    const held = { id: 'h', position: at(990, 5) };
    expect(await sides({ held })).toMatchObject({ near: 'water', dry: 'none' });
    expect(await sides()).toMatchObject({ near: 'none', dry: 'water' });
    const heldStation = { id: 's', position: at(7000, 20) };
    expect(await sides({ heldStation })).toEqual({ near: 'engine', dry: 'both', far: 'none', farDry: 'water' });
    expect(await sides()).toMatchObject({ near: 'none', dry: 'water' });
    const edit = (type: 'hydrant' | 'roadSegment', id: string, fields: Record<string, unknown>) =>
      engine.applyPart(changeOf({ key: 'edit' }, { patch: [{ type, id, fields }] }), true);
    await edit('hydrant', 'h', { geometry: point(990, 5) });
    expect(await sides()).toMatchObject({ near: 'water', dry: 'none' });
    await edit('roadSegment', 'west', { closed: true });
    expect(await sides()).toMatchObject({ near: 'water', dry: 'engine' });
  });

  it('shows the building under a click with its hoses along the street', async () => {
    const { ask } = await openTown();
    const { chosen } = await ask({ place: at(415, 35) });
    expect(chosen).toMatchObject({ water: { id: 'near', verdict: 'passes' }, joint: { fails: 'none' } });
    const [hose] = chosen!.hoses;
    expect(hose!.hydrantId).toBe('h');
    expect(hose!.line[0]![0]).toBeCloseTo(at(410, 0)[0], 6);
    expect(hose!.line.at(-1)![0]).toBeCloseTo(at(380, 0)[0], 6);
    expect((await ask({ place: at(415, 300) })).chosen).toBeNull();
  });

  it('answers for water alone without stations, and says what is missing without roads or buildings', async () => {
    const alone = await openTown(town({ fireStation: [] }));
    expect(await alone.ask()).toMatchObject({ joint: null, jointIssue: { code: 'response.noStation' } });
    expect(await alone.sides()).toEqual({ near: 'none', dry: 'water', far: 'none', farDry: 'water' });
    for (const [fields, code] of [
      [{ roadSegment: [] }, 'hose.noRoads'],
      [{ building: [] }, 'hose.noBuildings'],
    ] as const) {
      const { engine } = await openTown(town(fields));
      expect(await engine.water(ASK)).toMatchObject({ ok: false, issue: { code } });
    }
    const { engine } = await openTown();
    const wrong = { ...ASK, settings: { ...DEFAULT_HOSE_SETTINGS, carriedM: -1 } };
    expect(await engine.water(wrong)).toMatchObject({ ok: false, issue: { code: 'hose.settings' } });
  });
});
