import type { LonLat } from '../../base/coordinates';
import type { HydrantStatus } from '../../model/entities/hydrant';
import type { AreaGeometry } from '../../model/entities/spec';
import type { Finding } from '../../model/standards/profile';

/** What the planner sets; every answer carries the settings that made it. */
export interface CoverageSettings {
  readonly profileId: string;
  /** Common protection radius, metres. */
  readonly radiusM: number;
  /** Use a hydrant's own `radiusM` where it has one. */
  readonly ownRadii: boolean;
  /** Count planned hydrants and those under construction as if they worked (the scenario "all built"). */
  readonly countPlanned: boolean;
  /** Incidents of the last so many months before the plan's `asOf` are counted in gaps. */
  readonly incidentMonths: number;
  /** A hydrant not inspected for longer is a data gap. */
  readonly inspectionMonths: number;
}

export interface Share {
  readonly total: number;
  readonly covered: number;
  /** covered / total, 0 where there is nothing to cover. */
  readonly share: number;
}

/** One connected piece of the district that no counted hydrant reaches. */
export interface Gap {
  /** Stable while the gap stays where it is: made from the most remote point. */
  readonly id: string;
  /** 1 = first in the ranking by what it contains. */
  readonly rank: number;
  readonly areaM2: number;
  /** A point inside, for a label. */
  readonly centroid: LonLat;
  readonly buildings: number;
  readonly keyUnits: number;
  readonly highRiskUnits: number;
  readonly incidents: number;
  /** The point of the gap farthest from any counted hydrant, and how far; null where the plan has no counted hydrant. */
  readonly mostRemote: { readonly position: LonLat; readonly distanceM: number } | null;
  readonly subdistrictId?: string;
  /** Arcs as polylines with the chord error of `gapChordErrorM`; `areaM2` is exact and not taken from it. */
  readonly geometry: AreaGeometry;
}

export interface SubdistrictCoverage {
  readonly id: string;
  readonly name: string;
  readonly areaM2: number;
  readonly coveredM2: number;
  readonly share: number;
  /** Road length along which the code asks for hydrants, metres. */
  readonly roadLengthM: number;
  /** Hydrants that the code's spacing asks for along those roads (both sides where the road is wide). */
  readonly asked: number;
  /** Standing, in whatever state. */
  readonly built: number;
  readonly working: number;
  /** 欠账: asked − built, not below 0. */
  readonly owed: number;
  /** Standing but not in service (damaged, blocked, out of water): to repair. */
  readonly toRepair: number;
  readonly planned: number;
  readonly buildings: Share;
  readonly keyUnits: Share;
}

/** What nobody knows is not a gap in coverage: shown apart. */
export interface DataGaps {
  readonly hydrantsWithoutStatus: readonly string[];
  readonly hydrantsWithoutFlow: readonly string[];
  /** Never inspected, or longer ago than `inspectionMonths`. */
  readonly hydrantsNotInspected: readonly string[];
  readonly roadsNotSurveyed: { readonly ids: readonly string[]; readonly lengthM: number };
  /** District area within the radius of a hydrant without status but of no counted one: may be covered, nobody knows. */
  readonly unknownStatusAreaM2: number;
}

export interface CoverageAnswer {
  readonly settings: CoverageSettings;
  readonly hydrants: {
    readonly total: number;
    /** Counted for coverage under these settings. */
    readonly counted: number;
    readonly outsideDistrict: number;
    readonly byStatus: Readonly<Record<HydrantStatus | 'unknown', number>>;
  };
  readonly district: { readonly areaM2: number };
  readonly covered: { readonly areaM2: number; readonly share: number };
  /** Ranked; pieces under 1 m² are left out of the list and stand in `slivers`. */
  readonly gaps: readonly Gap[];
  readonly gapAreaM2: number;
  readonly slivers: { readonly count: number; readonly areaM2: number };
  readonly gapChordErrorM: number;
  readonly buildings: Share;
  readonly keyUnits: Share;
  readonly highRiskUnits: Share;
  readonly incidents: Share;
  readonly subdistricts: readonly SubdistrictCoverage[];
  readonly debt: { readonly asked: number; readonly built: number; readonly owed: number; readonly toRepair: number };
  readonly dataGaps: DataGaps;
  readonly findings: readonly Finding[];
}

/** The part of the answer that follows the pointer while a hydrant is dragged. */
export interface LiveCoverage {
  readonly coveredM2: number;
  readonly share: number;
  readonly gapAreaM2: number;
  readonly buildingsCovered: number;
  readonly keyUnitsCovered: number;
  readonly incidentsCovered: number;
  /** Nearest other standing hydrants of the dragged one, for the spacing lines. */
  readonly neighbours: readonly { readonly id: string; readonly position: LonLat; readonly distanceM: number }[];
}
