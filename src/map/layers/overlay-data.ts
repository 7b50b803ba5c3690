import type { Feature, FeatureCollection } from 'geojson';
import type { Gap } from '../../analysis/coverage/answer';
import type { LonLat } from '../../base/coordinates';
import type { AreaGeometry } from '../../model/entities/spec';
import { metricOf } from '../../store/metric';
import type { AppState } from '../../store/state';
import { showsWater } from '../../store/water-ask';

const BADGES = 10;

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

function feature(geometry: unknown, properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: geometry as Feature['geometry'], properties };
}

/** The gaps of the moment: while a hydrant is held those that would be. */
export function gapsInView({ results }: AppState): readonly Gap[] {
  return results.drag?.gaps ?? results.coverage?.gaps ?? [];
}

/** Outlines of all gaps; `lit` marks the one under the pointer or chosen. */
export function gapData(state: AppState): FeatureCollection {
  const { gapId, hoveredGapId } = state.selection;
  return collection(
    gapsInView(state).map(({ id, rank, geometry }) =>
      feature(geometry, { id, rank, lit: id === gapId || id === hoveredGapId ? 1 : 0 }),
    ),
  );
}

/** The ranks of the first gaps, and of the chosen one the point that is farthest from water. */
export function gapLabelData(state: AppState, metres: (m: number) => string): FeatureCollection {
  const gaps = gapsInView(state);
  const remote = gaps.find(({ id }) => id === state.selection.gapId)?.mostRemote;
  return collection([
    ...gaps
      .slice(0, BADGES)
      .map(({ id, rank, centroid }) => feature({ type: 'Point', coordinates: centroid }, { part: 'rank', id, rank })),
    ...(remote
      ? [feature({ type: 'Point', coordinates: remote.position }, { part: 'remote', text: metres(remote.distanceM) })]
      : []),
  ]);
}

/** The world without the district, to quiet what is outside. */
export function outsideData(district: AreaGeometry | undefined): FeatureCollection {
  if (!district) return collection([]);
  const world: LonLat[] = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ];
  const outers = district.coordinates.map(([outer]) => outer!);
  const holes = district.coordinates.flatMap((rings) => rings.slice(1));
  return collection([
    feature({ type: 'Polygon', coordinates: [world, ...outers] }, {}),
    ...holes.map((hole) => feature({ type: 'Polygon', coordinates: [hole] }, {})),
  ]);
}

/** The chosen records and the one under the pointer, at most two thousand. */
export function chosenData({ plan, selection }: AppState): FeatureCollection {
  const refs = [...selection.records, ...(selection.hovered ? [selection.hovered] : [])].slice(0, 2000);
  return collection(
    refs.flatMap(({ type, id }) => {
      const record = plan.plan?.records[type].get(id);
      return record ? [feature(record.geometry, {})] : [];
    }),
  );
}

/** The held hydrant, its radius and its distances to the neighbours; beyond the code's spacing they are marked. */
export function dragData(
  { results, plan, settings }: AppState,
  spacingM: number,
  metres: (m: number) => string,
): FeatureCollection {
  const { drag } = results;
  const hydrant = drag && plan.plan?.records.hydrant.get(drag.id);
  if (!drag || !hydrant) return collection([]);
  const radius = (settings.coverage.ownRadii ? hydrant.radiusM : undefined) ?? settings.coverage.radiusM;
  const nearest = drag.live?.neighbours.slice(0, 3) ?? [];
  return collection([
    feature({ type: 'LineString', coordinates: circle(drag.position, radius) }, { part: 'radius' }),
    ...nearest.map(({ position, distanceM }) =>
      feature(
        { type: 'LineString', coordinates: [drag.position, position] },
        { part: 'spacing', over: distanceM > spacingM ? 1 : 0, text: metres(distanceM) },
      ),
    ),
    feature(
      { type: 'Point', coordinates: drag.position },
      { part: 'point', icon: `hydrant-${signOf(hydrant.status)}-2` },
    ),
  ]);
}

/** Bands, edges and the unreached land of the response analysis; nothing while another job is open. */
export function ringData(state: AppState, label: (threshold: number, radiusM: number) => string): FeatureCollection {
  const { results, view } = state;
  if (view.job !== 'response' || metricOf(state) !== 'radius') return collection([]);
  const { rings, unreached } = results.response ?? { rings: [], unreached: null };
  return collection([
    ...rings.flatMap(({ geometry, band, threshold, radiusM }, step) => [
      feature(band, { part: 'band', step }),
      feature(geometry, { part: 'edge', step, text: label(threshold, radiusM) }),
    ]),
    ...(unreached ? [feature(unreached, { part: 'unreached' })] : []),
  ]);
}

/** The land nearest to each station. */
export function partitionData(state: AppState): FeatureCollection {
  const { results, view } = state;
  if (view.job !== 'response' || metricOf(state) !== 'radius') return collection([]);
  return collection((results.response?.partition ?? []).map(({ geometry, name }) => feature(geometry, { name })));
}

/** The station under the pointer, drawn where it is held. */
export function heldStationData({ results: { heldStation } }: AppState): FeatureCollection {
  return collection(heldStation ? [feature({ type: 'Point', coordinates: heldStation.position }, {})] : []);
}

/** The ways of the first and second engine to the place asked for, and the place. */
export function routeData(state: AppState): FeatureCollection {
  const chain = state.view.job === 'response' && metricOf(state) === 'roads' ? state.results.drive?.chain : null;
  if (!chain) return collection([]);
  const line = (coordinates: readonly LonLat[], part: string): Feature =>
    feature({ type: 'LineString', coordinates }, { part });
  return collection([
    ...(chain.second ? [line(chain.second.line, 'second')] : []),
    ...(chain.first ? [line(chain.first.line, 'first')] : []),
    feature({ type: 'Point', coordinates: chain.place }, { part: 'place' }),
  ]);
}

/** The hoses from the nearest sources to the building asked for, with their lay; the second and third are dashed. */
export function hoseData(state: AppState, metres: (m: number) => string): FeatureCollection {
  const chosen = showsWater(state) ? state.results.water?.chosen : null;
  if (!chosen) return collection([]);
  const { sources, frontage } = chosen.water;
  const lines = chosen.hoses.map(({ hydrantId, line }, rank) => {
    const lay = sources.find((source) => source.hydrantId === hydrantId)?.layM ?? 0;
    return feature({ type: 'LineString', coordinates: line }, { part: 'hose', rank, text: metres(lay) });
  });
  // The nearest lies on top.
  return collection([
    ...lines.reverse(),
    ...(frontage
      ? [feature({ type: 'LineString', coordinates: [frontage.position, chosen.position] }, { part: 'setBack' })]
      : []),
    feature({ type: 'Point', coordinates: chosen.position }, { part: 'place' }),
  ]);
}

/** A circle for the eye; figures never come from it. */
export function circle([lon, lat]: LonLat, radiusM: number): LonLat[] {
  const perLat = 111_132.95 - 559.85 * Math.cos((2 * lat * Math.PI) / 180);
  const perLon = 111_412.88 * Math.cos((lat * Math.PI) / 180) - 93.5 * Math.cos((3 * lat * Math.PI) / 180);
  return Array.from({ length: 97 }, (_, k): LonLat => {
    const angle = (2 * Math.PI * k) / 96;
    return [lon + (radiusM * Math.cos(angle)) / perLon, lat + (radiusM * Math.sin(angle)) / perLat];
  });
}

function signOf(status: string | undefined): string {
  if (status === 'working' || status === 'damaged') return status;
  if (status === 'planned' || status === 'underConstruction') return 'planned';
  return status === undefined ? 'unknown' : 'out';
}
