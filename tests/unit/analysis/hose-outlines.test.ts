import { describe, expect, it } from 'vitest';
import { footprintsM2, outlinesOf } from '../../../src/analysis/hose/outlines';
import { createProjection } from '../../../src/geometry/projection';
import { at, rectangle } from '../../support/plans';

const [wide] = rectangle(0, 0, 40, 30).coordinates[0]!;
const [yard] = rectangle(10, 10, 20, 20).coordinates[0]!;
const [annex] = rectangle(50, 0, 60, 10).coordinates[0]!;

describe('footprints', () => {
  it('add up the parts of a building and leave its courtyards out', () => {
    const buildings = [
      { id: 'plain', geometry: rectangle(0, 0, 10, 10) },
      { id: 'parts', geometry: { type: 'MultiPolygon', coordinates: [[wide!, yard!], [annex!]] } as const },
    ];
    const areas = footprintsM2(outlinesOf(buildings, createProjection(at(0, 0))), 2);
    expect(areas[0]).toBeCloseTo(100, 1);
    expect(areas[1]).toBeCloseTo(1200 - 100 + 100, 0);
  });
});
