import { describe, expect, it } from 'vitest';
import { hoseNetwork } from '../../../src/analysis/hose/hose-network';
import { measureOf } from '../../../src/analysis/hose/measures';
import { HoseSession } from '../../../src/analysis/hose/session';
import { DEFAULT_HOSE_SETTINGS, type HoseSettings } from '../../../src/analysis/hose/settings';
import type { Building } from '../../../src/model/entities/building';
import type { Hydrant } from '../../../src/model/entities/hydrant';
import type { RoadSegment } from '../../../src/model/entities/road-segment';
import { profileById } from '../../../src/model/standards/profiles';
import { at, planOf, point, rectangle } from '../../support/plans';

const road = (
  id: string,
  from: [number, number],
  to: [number, number],
  fields: Partial<RoadSegment> = {},
): RoadSegment => ({
  id,
  class: 'local',
  geometry: { type: 'LineString', coordinates: [at(...from), at(...to)] },
  ...fields,
});
const hydrant = (id: string, x: number, y: number, fields: Partial<Hydrant> = {}): Hydrant => ({
  id,
  status: 'working',
  flowLps: 15,
  geometry: point(x, y),
  ...fields,
});
const house = (id: string, x: number, y: number, fields: Partial<Building> = {}): Building => ({
  id,
  use: 'residential',
  geometry: rectangle(x, y, x + 10, y + 10),
  ...fields,
});

interface Town {
  readonly roads: readonly RoadSegment[];
  readonly hydrants: readonly Hydrant[];
  readonly buildings: readonly Building[];
}

function sessionOf({ roads, hydrants, buildings }: Town, settings: Partial<HoseSettings> = {}, profile = 'cn') {
  const plan = planOf({ roadSegment: roads, hydrant: hydrants, building: buildings });
  const all = { ...DEFAULT_HOSE_SETTINGS, profileId: profile, ...settings };
  const session = HoseSession.create(plan, hoseNetwork(roads), all, profileById(profile));
  if (!session.ok) throw new Error(session.issue.code);
  return session.value;
}

/** A street along y = 0, 600 m long; a house 10 m north of it at x = 300. */
const street = road('street', [0, 0], [600, 0]);

describe('hose lay', () => {
  it('is set-back, way along the street and set-back', () => {
    const session = sessionOf({
      roads: [street],
      hydrants: [hydrant('h', 200, 3)],
      buildings: [house('b', 300, 10)],
    });
    const [b] = session.answer().buildings;
    expect(b!.sources[0]!.layM).toBeCloseTo(3 + 105 + 10, 1);
    expect(b!.sources[0]!.lengths).toBe(6);
    expect(b!.frontage).toMatchObject({ roadId: 'street' });
    expect(b!.within).toEqual([
      { withinM: 150, hydrants: 1, flowLps: 15 },
      { withinM: 300, hydrants: 1, flowLps: 15 },
    ]);
    expect(b).toMatchObject({ verdict: 'passes', inCarried: true, crowOnly: false, fix: null });
  });

  it('fronts on the street nearest to the outer wall, not to the middle', () => {
    // The long hall's middle is nearer to the back lane, its end wall touches the front street.
    const hall: Building = { id: 'hall', geometry: rectangle(300, 5, 320, 200) };
    const lane = road('lane', [340, 60], [340, 300]);
    const session = sessionOf({ roads: [street, lane], hydrants: [], buildings: [hall] });
    expect(session.answer().buildings[0]!.frontage).toMatchObject({ roadId: 'street' });
  });

  it('fronts with the middle of a front that runs along the street', () => {
    const hall: Building = { id: 'hall', geometry: rectangle(100, 10, 400, 30) };
    const session = sessionOf({ roads: [street], hydrants: [hydrant('h', 500, 0)], buildings: [hall] });
    expect(session.answer().buildings[0]!.sources[0]!.layM).toBeCloseTo(250 + 10, 1);
  });

  it('goes where vehicles may not: against one-way streets, through closed ones and along paths', () => {
    const roads = [
      road('a', [0, 0], [100, 0], { oneWay: 'backward' }),
      road('b', [100, 0], [200, 0], { closed: true }),
      road('c', [200, 0], [300, 0], { class: 'path' }),
      road('d', [300, 0], [400, 0]),
    ];
    const session = sessionOf({ roads, hydrants: [hydrant('h', 50, 0)], buildings: [house('b', 350, 10)] });
    expect(session.answer().buildings[0]!.sources[0]!.layM).toBeCloseTo(315, 1);
  });

  it('does not follow a motorway, but crosses a bridge', () => {
    const town = (fields: Partial<RoadSegment>): Town => ({
      roads: [
        road('west', [0, 0], [100, 0]),
        road('over', [100, 0], [300, 0], fields),
        road('east', [300, 0], [400, 0]),
      ],
      hydrants: [hydrant('h', 90, 0)],
      buildings: [house('b', 310, 10)],
    });
    expect(sessionOf(town({ bridge: true })).answer().buildings[0]!.sources[0]!.layM).toBeCloseTo(235, 1);
    expect(sessionOf(town({ class: 'motorway' })).answer().buildings[0]!.sources).toEqual([]);
  });

  it('lets no house front on a viaduct over its roof', () => {
    const viaduct = road('viaduct', [0, 12], [600, 12], { bridge: true, layer: 1 });
    const session = sessionOf({ roads: [street, viaduct], hydrants: [], buildings: [house('b', 300, 10)] });
    expect(session.answer().buildings[0]!.frontage).toMatchObject({ roadId: 'street' });
  });

  it('names buildings covered as the crow flies but not by hose', () => {
    // A river between: 60 m across, no bridge.
    const session = sessionOf({
      roads: [street, road('far bank', [0, 60], [600, 60])],
      hydrants: [hydrant('h', 300, 62)],
      buildings: [house('b', 300, 5), house('c', 300, 65)],
    });
    const { totals, buildings } = session.answer();
    expect(totals).toMatchObject({ crow: 2, crowOnly: 1 });
    expect(buildings.map(({ crowOnly, verdict }) => [crowOnly, verdict])).toEqual([
      [true, 'distance'],
      [false, 'passes'],
    ]);
  });

  it('shows the nearest source beyond every limit, with its pumps', () => {
    const roads = [road('long', [0, 0], [2000, 0])];
    const session = sessionOf({ roads, hydrants: [hydrant('h', 10, 0)], buildings: [house('b', 1600, 10)] });
    const [source] = session.answer().buildings[0]!.sources;
    expect(source!.layM).toBeCloseTo(1605, 0);
    expect(source).toMatchObject({ hydrantId: 'h', lengths: 81, pumps: 3, lineLps: 15 });
  });

  it('leaves out a building without a street and a hydrant far from any, and says so', () => {
    const session = sessionOf({
      roads: [street],
      hydrants: [hydrant('h', 200, 60)],
      buildings: [house('b', 300, 150), house('c', 300, 10)],
    });
    const { hydrants, totals } = session.answer();
    expect(hydrants.offStreet).toEqual(['h']);
    expect(totals.byVerdict).toMatchObject({ noFrontage: 1, distance: 1 });
  });
});

describe('the needed flow', () => {
  it('follows use and size and says what it had to guess', () => {
    const buildings = [
      house('home', 300, 10, { floors: 30 }),
      { ...house('mall', 320, 10), use: 'commercial' as const, heightM: 24, geometry: rectangle(320, 10, 400, 40) },
      { ...house('bare', 420, 10), use: undefined },
    ] as Building[];
    const needed = sessionOf({ roads: [street], hydrants: [], buildings })
      .answer()
      .buildings.map((b) => b.needed);
    // 80 m · 30 m · 24 m = 57,600 m³: over 50,000.
    expect(needed.map(({ flowLps }) => flowLps)).toEqual([15, 40, 15]);
    expect(needed.map(({ missing }) => missing)).toEqual([[], [], ['use', 'size']]);
  });
});

describe('measure and table', () => {
  it('are those of the profile until somebody edits them', () => {
    const town = { roads: [street], hydrants: [hydrant('h', 200, 0)], buildings: [house('b', 300, 10)] };
    const [by] = sessionOf(town, {}, 'dvgw').answer().buildings;
    expect(by).toMatchObject({ verdict: 'first', clause: 'DVGW W 405' });
    const measure = { ...measureOf('cn'), withinM: 80, clause: 'local rule' };
    const flowTable = [
      { uses: ['unknown'], by: 'floors', steps: [{ upTo: 99, flowLps: 7 }], clause: 'local table', verified: true },
    ] as const;
    const [edited] = sessionOf(town, { measure, flowTable }).answer().buildings;
    expect(edited).toMatchObject({ verdict: 'distance', clause: 'local rule' });
    expect(edited!.needed).toMatchObject({ flowLps: 7, clause: 'local table', verified: true });
  });
});

describe('the cheapest fix', () => {
  const buildings = [house('b', 300, 10, { use: 'residential' })];

  it('is to measure where a flow is missing', () => {
    const session = sessionOf({
      roads: [street],
      hydrants: [hydrant('h', 250, 0, { flowLps: undefined as never })],
      buildings,
    });
    const answer = session.answer();
    expect(answer.hydrants.withoutFlow).toEqual(['h']);
    expect(answer.buildings[0]).toMatchObject({
      verdict: 'flowUnknown',
      fix: { kind: 'measureFlow', hydrantIds: ['h'] },
    });
  });

  it('is to look where nobody did, then to repair the nearest', () => {
    const broken = [hydrant('far', 200, 0, { status: 'damaged' }), hydrant('near', 280, 0, { status: 'outOfWater' })];
    const unseen = hydrant('unseen', 190, 0);
    const { status: _, ...withoutStatus } = unseen;
    const fixOf = (hydrants: readonly Hydrant[]) =>
      sessionOf({ roads: [street], hydrants, buildings }).answer().buildings[0]!.fix;
    expect(fixOf([...broken, withoutStatus])).toEqual({ kind: 'inspect', hydrantIds: ['unseen'] });
    expect(fixOf(broken)).toEqual({ kind: 'repair', hydrantIds: ['near'] });
  });

  it('is a new one at the frontage where nothing stands, as many as the need asks for', () => {
    const mall = [
      { ...house('b', 300, 10), use: 'commercial' as const, heightM: 24, geometry: rectangle(300, 10, 400, 40) },
    ];
    const [b] = sessionOf({ roads: [street], hydrants: [], buildings: mall }).answer().buildings;
    expect(b!.fix).toMatchObject({ kind: 'newHydrant', count: 3 });
  });
});

describe('holding a hydrant', () => {
  it('gives the totals that a new session would give', () => {
    const town: Town = {
      roads: [street, road('cross', [300, -300], [300, 300])],
      hydrants: [hydrant('h', 0, 0), hydrant('k', 300, 200)],
      buildings: [house('a', 100, 10), house('b', 310, -150), house('c', 550, 10)],
    };
    const session = sessionOf(town);
    const { projection } = hoseNetwork(town.roads);
    for (const [x, y] of [
      [500, 2],
      [300, -100],
      [0, 400],
    ] as const) {
      const [lx, ly] = projection.forward(at(x, y));
      const fresh = sessionOf({ ...town, hydrants: [hydrant('h', x, y), town.hydrants[1]!] });
      expect(session.hold('h', lx, ly)).toEqual(fresh.totals());
    }
  });
});

describe('settings', () => {
  it.each([
    [{ carriedM: 0 }, 'carriedM'],
    [{ lengthM: Number.NaN }, 'lengthM'],
    [{ countWithinM: [150, -1] }, 'countWithinM'],
    [{ intakeMpa: 2 }, 'intakeMpa'],
  ] as const)('refuses %o', (wrong, setting) => {
    const plan = planOf({ roadSegment: [street], building: [house('b', 0, 10)] });
    const settings = { ...DEFAULT_HOSE_SETTINGS, ...wrong };
    const session = HoseSession.create(plan, hoseNetwork([street]), settings, profileById('cn'));
    expect(session).toMatchObject({ ok: false, issue: { code: 'hose.settings', params: { setting } } });
  });

  it('refuses a plan without roads or buildings', () => {
    const create = (plan: ReturnType<typeof planOf>, roads: readonly RoadSegment[]) =>
      HoseSession.create(plan, hoseNetwork(roads), DEFAULT_HOSE_SETTINGS, profileById('cn'));
    expect(create(planOf({ building: [house('b', 0, 10)] }), [])).toMatchObject({ issue: { code: 'hose.noRoads' } });
    expect(create(planOf({ roadSegment: [street] }), [street])).toMatchObject({ issue: { code: 'hose.noBuildings' } });
  });
});
