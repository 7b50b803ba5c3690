import { describe, expect, it } from 'vitest';
import type { AuditCheck } from '../../../src/analysis/audit/answer';
import { audit, DEFAULT_AUDIT_SETTINGS } from '../../../src/analysis/audit/audit';
import { hoseNetwork } from '../../../src/analysis/hose/hose-network';
import type { Building } from '../../../src/model/entities/building';
import type { Hydrant } from '../../../src/model/entities/hydrant';
import type { RoadSegment } from '../../../src/model/entities/road-segment';
import { profileById } from '../../../src/model/standards/profiles';
import { at, planOf, point, rectangle } from '../../support/plans';

type Place = readonly [number, number];

const road = (id: string, points: readonly Place[], fields: Partial<RoadSegment> = {}): RoadSegment => ({
  id,
  name: id,
  class: 'local',
  speedKmh: 30,
  geometry: { type: 'LineString', coordinates: points.map(([x, y]) => at(x, y)) },
  ...fields,
});
const hydrant = (id: string, x: number, y: number, fields: Partial<Hydrant> = {}): Hydrant => ({
  id,
  status: 'working',
  flowLps: 15,
  geometry: point(x, y),
  ...fields,
});

interface Records {
  readonly roads: readonly RoadSegment[];
  readonly hydrants?: readonly Hydrant[];
  readonly buildings?: readonly Building[];
}

function auditOf({ roads, hydrants = [], buildings = [] }: Records, profile = 'cn') {
  const plan = planOf({ roadSegment: roads, hydrant: hydrants, building: buildings });
  return audit(plan, hoseNetwork(roads), profileById(profile), { ...DEFAULT_AUDIT_SETTINGS, profileId: profile });
}

function found(answer: ReturnType<typeof auditOf>, check: AuditCheck) {
  return answer.findings.filter((finding) => finding.check === check);
}

const street = road('street', [
  [0, 0],
  [600, 0],
]);

describe('spacing along the street', () => {
  it('is measured along the street, between neighbours, and cites the clause', () => {
    const answer = auditOf({
      roads: [street],
      hydrants: [hydrant('a', 100, 2), hydrant('b', 220, 2), hydrant('c', 500, 2)],
    });
    const [gap, ...others] = found(answer, 'spacing');
    expect(others).toEqual([]);
    expect(gap!.measured).toBeCloseTo(280, 1);
    expect(gap).toMatchObject({
      clause: 'GB 50974-2014 7.2.5',
      limit: { max: 120 },
      unit: 'm',
      records: [
        { type: 'hydrant', ids: ['b', 'c'] },
        { type: 'roadSegment', ids: ['street'] },
      ],
    });
    expect(gap!.position![0]).toBeCloseTo(at(360, 0)[0], 6);
  });

  it('goes around corners and is seen where two ways meet exactly at a junction', () => {
    const corner = [
      road('south', [
        [0, -300],
        [0, 0],
      ]),
      road('east', [
        [0, 0],
        [300, 0],
      ]),
    ];
    const gaps = found(auditOf({ roads: corner, hydrants: [hydrant('a', 0, -100), hydrant('b', 100, 0)] }), 'spacing');
    expect(gaps).toHaveLength(1);
    expect(gaps[0]!.measured).toBeCloseTo(200, 1);
  });

  it('counts hydrants that stand in whatever state, but none that are only planned', () => {
    const hydrants = (status: Hydrant['status']) => [
      hydrant('a', 0, 0),
      hydrant('m', 100, 0, { status: status! }),
      hydrant('b', 200, 0),
    ];
    expect(found(auditOf({ roads: [street], hydrants: hydrants('damaged') }), 'spacing')).toEqual([]);
    expect(found(auditOf({ roads: [street], hydrants: hydrants('planned') }), 'spacing')).toHaveLength(1);
  });

  it('names streets that no hydrant stands on', () => {
    const answer = auditOf({ roads: [street] });
    expect(found(answer, 'streetWithoutHydrant')).toMatchObject([{ records: [{ ids: ['street'] }] }]);
  });
});

describe('siting', () => {
  it('measures from the kerb where the width is known', () => {
    const wide = { ...street, widthM: 20 };
    const hydrants = [hydrant('good', 100, 11.5), hydrant('far', 200, 14), hydrant('inRoad', 300, 8)];
    const kerb = found(auditOf({ roads: [wide], hydrants }), 'kerbDistance');
    expect(kerb.map(({ records, measured }) => [records[0]!.ids[0], Math.round(measured! * 10) / 10])).toEqual([
      ['inRoad', -2],
      ['far', 4],
    ]);
    expect(auditOf({ roads: [street], hydrants }).notChecked).toContainEqual(
      expect.objectContaining({ check: 'kerbDistance', reason: 'noValues' }),
    );
  });

  it('measures from the nearest wall, by the profile in force', () => {
    const buildings: Building[] = [{ id: 'b', geometry: rectangle(100, 10, 120, 30) }];
    const hydrants = [hydrant('near', 110, 4.5), hydrant('inside', 110, 20), hydrant('clear', 150, 4)];
    const walls = found(auditOf({ roads: [street], hydrants, buildings }, 'uk'), 'wallDistance');
    expect(walls.map(({ records, measured }) => [records[0]!.ids[0], Math.round(measured! * 10) / 10])).toEqual([
      ['near', 5.5],
    ]);
    const inside = { id: 'i', geometry: rectangle(105, 17, 113, 24) };
    const cn = found(auditOf({ roads: [street], hydrants, buildings: [...buildings, inside] }), 'wallDistance');
    expect(cn).toMatchObject([{ measured: 0, records: [{ ids: ['inside'] }, { ids: ['i'] }] }]);
  });

  it('wants both sides of a road wider than 60 m', () => {
    const avenue = { ...street, widthM: 70 };
    const one = [hydrant('a', 100, 36), hydrant('b', 200, 36)];
    expect(found(auditOf({ roads: [avenue], hydrants: one }), 'bothSides')).toMatchObject([{ measured: 70 }]);
    expect(found(auditOf({ roads: [avenue], hydrants: [...one, hydrant('c', 150, -36)] }), 'bothSides')).toEqual([]);
  });

  it('wants a hydrant at both heads of a bridge, however many pieces it is drawn in', () => {
    const roads = [
      road('west', [
        [0, 0],
        [100, 0],
      ]),
      ...[100, 200].map((x) =>
        road(
          `bridge${x}`,
          [
            [x, 0],
            [x + 100, 0],
          ],
          { bridge: true },
        ),
      ),
      road('east', [
        [300, 0],
        [400, 0],
      ]),
    ];
    const heads = found(auditOf({ roads, hydrants: [hydrant('w', 80, 0)] }), 'bridgeHead');
    expect(heads).toHaveLength(1);
    expect(heads[0]).toMatchObject({ verified: false, records: [{ ids: ['bridge200'] }] });
    expect(heads[0]!.measured).toBeCloseTo(220, 1);
    const paths = roads.map((each) => ({ ...each, class: 'path' as const }));
    expect(found(auditOf({ roads: paths, hydrants: [hydrant('w', 80, 0)] }), 'bridgeHead')).toEqual([]);
  });

  it('holds flow and pressure against the profile and lists what nobody measured', () => {
    const { flowLps: _, ...unmeasured } = hydrant('unmeasured', 300, 0);
    const answer = auditOf({
      roads: [street],
      hydrants: [hydrant('weak', 100, 0, { flowLps: 9, staticPressureMpa: 0.1 }), hydrant('good', 200, 0), unmeasured],
    });
    expect(found(answer, 'flow')).toMatchObject([{ measured: 9, force: 'mandatory', records: [{ ids: ['weak'] }] }]);
    expect(found(answer, 'staticPressure')).toMatchObject([{ measured: 0.1, clause: 'GB 55036-2022 3.0.3' }]);
    expect(found(answer, 'noFlow')).toMatchObject([{ records: [{ ids: ['unmeasured'] }] }]);
  });

  it('says what it could not look into', () => {
    const { notChecked } = auditOf({ roads: [street], hydrants: [hydrant('a', 0, 0)] });
    expect(notChecked).toContainEqual({ check: 'pumpConnection', reason: 'noRecordType', clause: 'GB 50974-2014' });
    expect(notChecked).toContainEqual(expect.objectContaining({ check: 'wallDistance', reason: 'noRecords' }));
    expect(auditOf({ roads: [street] }, 'dvgw').notChecked).toContainEqual({ check: 'kerbDistance', reason: 'noRule' });
  });

  it('finds two hydrants at one place, and one far from any street', () => {
    const answer = auditOf({
      roads: [street],
      hydrants: [hydrant('a', 10, 0), hydrant('b', 10, 0.5), hydrant('c', 10, 90)],
    });
    expect(found(answer, 'samePlace')).toMatchObject([{ records: [{ ids: ['a', 'b'] }] }]);
    expect(found(answer, 'offStreet')).toMatchObject([{ records: [{ ids: ['c'] }] }]);
  });
});

describe('road data', () => {
  const ids = (records: Records, check: AuditCheck): string[][] =>
    found(auditOf(records), check).map(({ records: [first] }) => [...first!.ids]);

  it('finds lines without length, drawn twice and looping back', () => {
    const roads = [
      street,
      { ...street, id: 'again' },
      road('dot', [
        [50, 50],
        [50, 50],
      ]),
      road('loop', [
        [100, 100],
        [150, 100],
        [150, 150],
        [100, 100],
      ]),
    ];
    expect(ids({ roads }, 'noLength')).toEqual([['dot']]);
    expect(ids({ roads }, 'drawnTwice')).toEqual([['again']]);
    expect(ids({ roads }, 'selfLoop')).toEqual([['loop']]);
  });

  it('finds parts cut off, ends that stop short of a road and crossings without a junction', () => {
    const roads = [
      street,
      road('short', [
        [100, 300],
        [100, 4],
      ]),
      road('across', [
        [300, -100],
        [300, 100],
      ]),
      road(
        'over',
        [
          [400, -100],
          [400, 100],
        ],
        { bridge: true },
      ),
    ];
    const answer = auditOf({ roads });
    expect(found(answer, 'looseEnd')).toMatchObject([{ records: [{ ids: ['short', 'street'] }] }]);
    expect(found(answer, 'looseEnd')[0]!.measured).toBeCloseTo(4, 1);
    expect(found(answer, 'crossing').map(({ records }) => [...records[0]!.ids].sort())).toEqual([['across', 'street']]);
    expect(
      found(answer, 'island')
        .flatMap(({ records }) => records[0]!.ids)
        .sort(),
    ).toEqual(['across', 'over', 'short']);
  });

  it('finds one-way traps, wrong and missing speeds and streets without a name', () => {
    const roads = [
      street,
      road(
        'in',
        [
          [600, 0],
          [700, 0],
        ],
        { oneWay: 'forward' },
      ),
      road(
        'slow',
        [
          [0, 0],
          [0, 100],
        ],
        { speedKmh: -30 },
      ),
      {
        ...road('bare', [
          [0, 100],
          [0, 200],
        ]),
        speedKmh: undefined,
        name: undefined,
      } as unknown as RoadSegment,
    ];
    expect(ids({ roads }, 'oneWayTrap')).toEqual([['in']]);
    expect(ids({ roads }, 'wrongSpeed')).toEqual([['slow']]);
    expect(ids({ roads }, 'noSpeed')).toEqual([['bare']]);
    expect(ids({ roads }, 'noName')).toEqual([['bare']]);
  });
});
