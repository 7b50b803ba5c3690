import type { EntityType } from '../../model/entities/registry';
import { ENTITY_SPECS } from '../../model/entities/registry';
import type { RawFeature, RawTable } from './reader';

type Tags = Readonly<Record<string, string>>;

export interface OsmMember {
  readonly ref: number;
  readonly role: string;
  readonly way: boolean;
}

/** What a tagged element is to a brigade, the first that fits. */
const THEMES: readonly (readonly [EntityType, (tags: Tags) => boolean])[] = [
  ['hydrant', (tags) => tags.emergency === 'fire_hydrant' || tags.amenity === 'fire_hydrant'],
  ['waterSource', ({ emergency = '' }) => /^(water_tank|suction_point|fire_water_pond)$/.test(emergency)],
  ['fireStation', ({ amenity }) => amenity === 'fire_station'],
  [
    'roadSegment',
    ({ highway = '' }) =>
      highway !== '' && !/^(proposed|construction|razed|abandoned|platform|bus_stop)$/.test(highway),
  ],
  [
    'waterBody',
    ({ natural, waterway, landuse = '' }) =>
      natural === 'water' || waterway === 'riverbank' || /^(reservoir|basin)$/.test(landuse),
  ],
  [
    'keyUnit',
    ({ amenity = '', tourism, shop = '' }) =>
      /^(school|kindergarten|university|college|hospital|nursing_home|theatre|cinema|fuel)$/.test(amenity) ||
      tourism === 'hotel' ||
      /^(mall|department_store)$/.test(shop),
  ],
  ['subdistrict', ({ boundary, admin_level }) => boundary === 'administrative' && /^(8|9|10)$/.test(admin_level ?? '')],
  ['building', ({ building = 'no' }) => building !== 'no'],
];

/** Collects elements of OpenStreetMap and gives records by theme, with geometry put together from nodes. */
export class OsmFeatures {
  private readonly index = new Map<number, number>();
  private lons = new Float64Array(1 << 16);
  private lats = new Float64Array(1 << 16);
  private readonly ways = new Map<number, readonly number[]>();
  private readonly tagged: {
    id: number;
    refs: readonly number[] | null;
    members: readonly OsmMember[] | null;
    tags: Tags;
    themes: readonly EntityType[];
  }[] = [];

  node(id: number, lon: number, lat: number, tags: Tags): void {
    const at = this.index.size;
    if (at === this.lons.length) {
      this.lons = grown(this.lons);
      this.lats = grown(this.lats);
    }
    this.index.set(id, at);
    this.lons[at] = lon;
    this.lats[at] = lat;
    this.note(id, [id], null, tags);
  }

  way(id: number, refs: readonly number[], tags: Tags): void {
    this.ways.set(id, refs);
    this.note(id, refs, null, tags);
  }

  relation(id: number, members: readonly OsmMember[], tags: Tags): void {
    if (tags.type === 'multipolygon' || tags.type === 'boundary') this.note(id, null, members, tags);
  }

  /** One table per theme that occurs, in the order of themes. */
  tables(): RawTable[] {
    return THEMES.flatMap(([entity]) => {
      const features: RawFeature[] = [];
      const columns = new Set<string>();
      for (const { id, refs, members, tags, themes } of this.tagged) {
        if (!themes.includes(entity)) continue;
        const geometry = refs ? this.shape(refs, entity) : this.area(members!, entity);
        if (!geometry) continue;
        features.push({ row: features.length + 1, properties: { id: `osm${id}`, ...tags }, geometry });
        for (const name of Object.keys(tags)) columns.add(name);
      }
      return features.length === 0
        ? []
        : [
            {
              format: 'OpenStreetMap',
              layer: entity,
              entity,
              crs: 'WGS84',
              columns: ['id', ...columns],
              features,
              issues: [],
            },
          ];
    });
  }

  private note(id: number, refs: readonly number[] | null, members: readonly OsmMember[] | null, tags: Tags): void {
    // Most nodes are only corners of ways.
    for (const _ in tags) {
      const theme = THEMES.find(([, fits]) => fits(tags));
      if (theme) this.tagged.push({ id, refs, members, tags, themes: [theme[0]] });
      return;
    }
  }

  private shape(refs: readonly number[], entity: EntityType): GeoJSON.Geometry | null {
    const line = this.positions(refs);
    const wanted = ENTITY_SPECS[entity].geometry;
    if (wanted === 'Point') return line.length > 0 ? { type: 'Point', coordinates: middleOf(line) } : null;
    if (wanted === 'LineString') return line.length > 1 ? { type: 'LineString', coordinates: line } : null;
    return isClosed(line) ? { type: 'Polygon', coordinates: [line] } : null;
  }

  /** Member ways joined end to end to rings; an inner ring goes to the outer one around it. */
  private area(members: readonly OsmMember[], entity: EntityType): GeoJSON.Geometry | null {
    const rings = (role: RegExp): GeoJSON.Position[][] =>
      joinedRings(
        members.filter((member) => member.way && role.test(member.role)).map(({ ref }) => this.ways.get(ref) ?? []),
      )
        .map((refs) => this.positions(refs))
        .filter(isClosed);
    const outer = rings(/^(outer)?$/);
    if (outer.length === 0) return null;
    if (ENTITY_SPECS[entity].geometry === 'Point') return { type: 'Point', coordinates: middleOf(outer[0]!) };
    if (ENTITY_SPECS[entity].geometry === 'LineString') return null;
    const polygons = outer.map((ring) => [ring]);
    for (const inner of rings(/^inner$/))
      (polygons.find(([ring]) => contains(ring!, inner[0]!)) ?? polygons[0]!).push(inner);
    return { type: 'MultiPolygon', coordinates: polygons };
  }

  private positions(refs: readonly number[]): GeoJSON.Position[] {
    return refs.flatMap((ref) => {
      const at = this.index.get(ref);
      return at === undefined ? [] : [[this.lons[at]!, this.lats[at]!]];
    });
  }
}

function grown(old: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const bigger = new Float64Array(2 * old.length);
  bigger.set(old);
  return bigger;
}

/** Lines of node numbers joined where their ends meet; what does not close is left out. */
function joinedRings(lines: readonly (readonly number[])[]): number[][] {
  const rest = lines.filter((line) => line.length > 1).map((line) => [...line]);
  const rings: number[][] = [];
  while (rest.length > 0) {
    const ring = rest.shift()!;
    while (ring[0] !== ring.at(-1)) {
      const next = rest.findIndex((line) => line[0] === ring.at(-1) || line.at(-1) === ring.at(-1));
      if (next < 0) break;
      const [line] = rest.splice(next, 1);
      ring.push(...(line![0] === ring.at(-1) ? line! : line!.reverse()).slice(1));
    }
    if (ring[0] === ring.at(-1) && ring.length > 3) rings.push(ring);
  }
  return rings;
}

function isClosed(line: readonly GeoJSON.Position[]): boolean {
  return line.length > 3 && line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1];
}

/** The mean of the corners: where a station or a school stands, near enough. */
function middleOf(line: readonly GeoJSON.Position[]): GeoJSON.Position {
  const corners = line.length > 1 && isClosed(line) ? line.slice(1) : line;
  const sum = corners.reduce((total, [lon, lat]) => [total[0]! + lon!, total[1]! + lat!], [0, 0]);
  return [sum[0]! / corners.length, sum[1]! / corners.length];
}

function contains(ring: readonly GeoJSON.Position[], [x, y]: GeoJSON.Position): boolean {
  let odd = false;
  for (let k = 1; k < ring.length; k++) {
    const [ax, ay] = ring[k - 1] as [number, number];
    const [bx, by] = ring[k] as [number, number];
    if (ay > y! !== by > y! && x! < ((bx - ax) * (y! - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}
