import type { LonLat } from '../../base/coordinates';
import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import type { CoverCount } from '../../geometry/cover-count';
import { DiscCoverage } from '../../geometry/disc-coverage';
import { PointIndex } from '../../geometry/point-index';
import type { LocalProjection } from '../../geometry/projection';
import type { Region } from '../../geometry/region';
import { HYDRANT_STATUSES } from '../../model/entities/hydrant';
import type { Entity } from '../../model/entities/registry';
import type { Plan } from '../../model/plan';
import type { StandardProfile } from '../../model/standards/profile';
import { localDistrict } from '../district';
import { type Places, placesOf } from '../places';
import type { CoverageAnswer, CoverageSettings, Gap, LiveCoverage } from './answer';
import { isCounted, isStanding, radiusOf } from './counted-hydrants';
import { dataGapsOf, unknownArea } from './data-gaps';
import { findingsOf } from './findings';
import { listGaps, SLIVER_M2 } from './gap-list';
import { debtOf, streetsOf, subdistrictLocator, subdistrictTable } from './subdistricts';
import { countCover, shareOf, TARGET_NAMES, type TargetName, type Targets, targetsOf } from './targets';

/** Arcs are drawn with chords at most this far from them. */
const CHORD_ERROR_M = 0.5;
/** Neighbours farther than this are of no interest to spacing. */
const NEIGHBOUR_REACH_M = 400;
const MOST_NEIGHBOURS = 6;

/**
 * Coverage of one plan under one set of settings, kept ready so that a hydrant can be held elsewhere in microseconds.
 * Built anew when the plan or the settings change.
 */
export class CoverageSession {
  private readonly hydrants: Places<Entity<'hydrant'>>;
  private readonly indexOf: Map<string, number>;
  /** Radius of every hydrant were it counted, and as it is counted (0 = not). */
  private readonly radii: Float64Array;
  private readonly counted: Float64Array;
  private readonly coverage: DiscCoverage;
  private readonly targets: Targets;
  private readonly cover: Readonly<Record<TargetName, CoverCount>>;
  private readonly standing: PointIndex;
  private readonly standingHydrants: readonly number[];
  private readonly subdistrictAt: (x: number, y: number) => string | undefined;
  private held = -1;

  private constructor(
    private readonly plan: Plan,
    private readonly settings: CoverageSettings,
    private readonly profile: StandardProfile,
    private readonly projection: LocalProjection,
    private readonly region: Region,
  ) {
    this.hydrants = placesOf<'hydrant'>(plan.records.hydrant.values(), projection);
    const { records, x, y } = this.hydrants;
    this.indexOf = new Map(records.map(({ id }, i) => [id, i]));
    this.radii = Float64Array.from(records, (hydrant) => radiusOf(hydrant, settings));
    this.counted = this.radii.map((radius, i) => (isCounted(records[i]!, settings) ? radius : 0));
    const largest = this.radii.reduce((most, radius) => Math.max(most, radius), 0);
    this.coverage = new DiscCoverage(x, y, this.counted, region, largest);
    this.targets = targetsOf(plan, settings, projection, region);
    this.cover = Object.fromEntries(
      TARGET_NAMES.map((name) => [name, countCover(this.targets[name] as Places<unknown>, x, y, this.counted)]),
    ) as Record<TargetName, CoverCount>;
    this.standingHydrants = records.flatMap((hydrant, i) => (isStanding(hydrant) || this.counted[i]! > 0 ? [i] : []));
    this.standing = pointsAt(this.hydrants, this.standingHydrants);
    this.subdistrictAt = subdistrictLocator(plan, projection);
  }

  /** Issues: `coverage.radius`, `coverage.hydrantPosition`, and those of `localDistrict`. */
  static create(plan: Plan, settings: CoverageSettings, profile: StandardProfile): Result<CoverageSession> {
    if (!(settings.radiusM > 0 && Number.isFinite(settings.radiusM)))
      return fail(issueOf('coverage.radius', { value: String(settings.radiusM) }));
    for (const { id, geometry } of plan.records.hydrant.values()) {
      const [lon, lat] = geometry.coordinates;
      if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))
        return fail(issueOf('coverage.hydrantPosition', { id, lon, lat }));
    }
    const district = localDistrict(plan);
    if (!district.ok) return district;
    return ok(new CoverageSession(plan, settings, profile, district.value.projection, district.value.region));
  }

  /** The whole answer for the plan as it stands. */
  answer(): CoverageAnswer {
    this.endPreview();
    const gaps = this.gapList();
    const { coveredAreaM2, districtAreaM2 } = this.coverage;
    const subdistricts = this.subdistricts();
    return {
      settings: this.settings,
      hydrants: this.hydrantCounts(),
      district: { areaM2: districtAreaM2 },
      covered: { areaM2: coveredAreaM2, share: coveredAreaM2 / districtAreaM2 },
      ...gaps,
      gapAreaM2: districtAreaM2 - coveredAreaM2,
      gapChordErrorM: CHORD_ERROR_M,
      buildings: this.share('buildings'),
      keyUnits: this.share('keyUnits'),
      highRiskUnits: this.share('highRiskUnits'),
      incidents: this.share('incidents'),
      subdistricts,
      debt: this.debt(subdistricts),
      dataGaps: dataGapsOf(this.plan, this.settings, this.projection, this.unknownStatusArea()),
      findings: findingsOf(this.plan, this.settings, this.profile, this.projection, gaps.gaps),
    };
  }

  /**
   * Figures with one hydrant held elsewhere; the plan stays as it is. A hydrant that does not count moves nothing.
   * @throws Error when the plan has no such hydrant
   */
  preview({ id, position }: { readonly id: string; readonly position: LonLat }): LiveCoverage {
    const [x, y] = this.projection.forward(position);
    this.hold(this.indexFor(id), x, y);
    const { coveredAreaM2, districtAreaM2 } = this.coverage;
    return {
      coveredM2: coveredAreaM2,
      share: coveredAreaM2 / districtAreaM2,
      gapAreaM2: districtAreaM2 - coveredAreaM2,
      buildingsCovered: this.cover.buildings.covered,
      keyUnitsCovered: this.cover.keyUnits.covered,
      incidentsCovered: this.cover.incidents.covered,
      neighbours: this.neighbours(id, x, y),
    };
  }

  /** The ranked gaps with one hydrant held elsewhere. */
  previewGaps(preview: { readonly id: string; readonly position: LonLat }): readonly Gap[] {
    this.preview(preview);
    return this.gapList().gaps;
  }

  /** Puts the held hydrant back. */
  endPreview(): void {
    if (this.held < 0) return;
    this.hold(this.held, this.hydrants.x[this.held]!, this.hydrants.y[this.held]!);
    this.held = -1;
  }

  /** lon, lat, radius of every counted hydrant, for the map's mask, and whose they are. */
  discs(): { discs: Float64Array; ids: string[] } {
    const counted = this.hydrants.records.flatMap((hydrant, i) => (this.counted[i]! > 0 ? [{ hydrant, i }] : []));
    const discs = new Float64Array(3 * counted.length);
    for (const [k, { hydrant, i }] of counted.entries())
      discs.set([...hydrant.geometry.coordinates, this.counted[i]!], 3 * k);
    return { discs, ids: counted.map(({ hydrant }) => hydrant.id) };
  }

  private hold(i: number, x: number, y: number): void {
    if (this.held >= 0 && this.held !== i) this.endPreview();
    this.held = i;
    if (this.counted[i] === 0) return;
    this.coverage.move(i, x, y);
    for (const name of TARGET_NAMES) this.cover[name].move(i, x, y);
  }

  private indexFor(id: string): number {
    const index = this.indexOf.get(id);
    if (index === undefined) throw new Error(`The plan has no hydrant ${id}`);
    return index;
  }

  private gapList() {
    const shapes = this.coverage.gaps(CHORD_ERROR_M);
    const counted = [...this.counted.keys()].filter((i) => this.counted[i]! > 0);
    const index = pointsAt(this.hydrants, counted);
    const slivers = shapes.filter(({ areaM2 }) => areaM2 < SLIVER_M2);
    return {
      gaps: listGaps(shapes, this.targets, this.cover, index, this.projection, this.subdistrictAt),
      slivers: { count: slivers.length, areaM2: slivers.reduce((sum, { areaM2 }) => sum + areaM2, 0) },
    };
  }

  private neighbours(id: string, x: number, y: number): LiveCoverage['neighbours'] {
    const found: LiveCoverage['neighbours'][number][] = [];
    this.standing.forEachWithin(x, y, NEIGHBOUR_REACH_M, (at, distance2) => {
      const hydrant = this.hydrants.records[this.standingHydrants[at]!]!;
      if (hydrant.id !== id)
        found.push({ id: hydrant.id, position: hydrant.geometry.coordinates, distanceM: Math.sqrt(distance2) });
    });
    return found.sort((a, b) => a.distanceM - b.distanceM).slice(0, MOST_NEIGHBOURS);
  }

  private share(name: TargetName) {
    return shareOf(this.cover[name].covered, this.cover[name].total);
  }

  private hydrantCounts(): CoverageAnswer['hydrants'] {
    const { records, x, y } = this.hydrants;
    const byStatus = Object.fromEntries([...HYDRANT_STATUSES, 'unknown'].map((status) => [status, 0]));
    for (const { status } of records) byStatus[status ?? 'unknown']!++;
    return {
      total: records.length,
      counted: this.counted.filter((radius) => radius > 0).length,
      outsideDistrict: records.filter((_, i) => !this.region.contains(x[i]!, y[i]!)).length,
      byStatus: byStatus as CoverageAnswer['hydrants']['byStatus'],
    };
  }

  private subdistricts() {
    const { x, y } = this.hydrants;
    return subdistrictTable({
      plan: this.plan,
      profile: this.profile,
      projection: this.projection,
      discs: { x, y, r: this.counted },
      targets: this.targets,
      isCovered: (name, index) => this.cover[name].isCovered(index),
    });
  }

  /** Sums the subdistricts, or asks of the whole plan where there are none. */
  private debt(subdistricts: CoverageAnswer['subdistricts']): CoverageAnswer['debt'] {
    const parts =
      subdistricts.length > 0
        ? subdistricts
        : [debtOf(streetsOf(this.plan), this.hydrants.records, { profile: this.profile, projection: this.projection })];
    const sum = (field: 'asked' | 'built' | 'owed' | 'toRepair'): number =>
      parts.reduce((total, part) => total + part[field], 0);
    return { asked: sum('asked'), built: sum('built'), owed: sum('owed'), toRepair: sum('toRepair') };
  }

  private unknownStatusArea(): number {
    const unknown = this.hydrants.records.flatMap(({ status }, i) => (status === undefined ? [i] : []));
    return unknownArea(this.coverage, this.radii, unknown);
  }
}

function pointsAt(places: Places<unknown>, indices: readonly number[]): PointIndex {
  return new PointIndex(
    Float64Array.from(indices, (i) => places.x[i]!),
    Float64Array.from(indices, (i) => places.y[i]!),
  );
}
