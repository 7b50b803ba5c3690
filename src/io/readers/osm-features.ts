import { type Issue, issueOf } from '../../base/issue';
import { ENTITY_SPECS, type EntityType } from '../../model/entities/registry';
import { OsmNodes } from './osm-nodes';
import { joinedRings, middleOf } from './osm-shapes';
import { OSM_ENTITIES, type OsmTags, themeOf } from './osm-themes';
import type { Pace } from './pace';
import type { RawFeature, RawTable } from './reader';
import { isClosed, ringContains } from './rings';

export interface OsmMember {
  readonly ref: number;
  readonly role: string;
  readonly way: boolean;
}

interface Tagged {
  readonly id: string;
  readonly tags: OsmTags;
  /** Nodes of a way or the one node itself. */
  readonly refs?: readonly number[];
  /** Members of a multipolygon. */
  readonly members?: readonly OsmMember[];
}

const STEP = 20_000;

/** Collects elements of OpenStreetMap and gives records by theme, with geometry put together from nodes. */
export class OsmFeatures {
  private readonly nodes = new OsmNodes();
  private readonly ways = new Map<number, readonly number[]>();
  private readonly tagged = new Map<EntityType, Tagged[]>();
  private others = 0;
  private partial = 0;

  node(id: number, lon: number, lat: number, tags: OsmTags | null): void {
    this.nodes.add(id, lon, lat);
    if (tags) this.note({ id: `osm-n${id}`, refs: [id], tags });
  }

  way(id: number, refs: readonly number[], tags: OsmTags): void {
    this.ways.set(id, refs);
    this.note({ id: `osm-w${id}`, refs, tags });
  }

  relation(id: number, members: readonly OsmMember[], tags: OsmTags): void {
    if (tags.type === 'multipolygon' || tags.type === 'boundary') this.note({ id: `osm-r${id}`, members, tags });
  }

  /** One table per theme that occurs, in the order of themes. */
  async tables(pace: Pace): Promise<RawTable[]> {
    const tables: RawTable[] = [];
    for (const entity of OSM_ENTITIES) {
      const elements = this.tagged.get(entity);
      if (elements) tables.push(await this.table(entity, elements, pace));
    }
    const [first, ...rest] = tables.filter(({ features }) => features.length > 0);
    if (!first) return [];
    const others = this.others > 0 ? [issueOf('read.osmOthers', { count: this.others }, 'note')] : [];
    return [{ ...first, issues: [...others, ...first.issues] }, ...rest];
  }

  private async table(entity: EntityType, elements: readonly Tagged[], pace: Pace): Promise<RawTable> {
    const features: RawFeature[] = [];
    const columns = new Set<string>();
    const issues: Issue[] = [];
    this.partial = 0;
    for (const [k, { id, tags, refs, members }] of elements.entries()) {
      if (k % STEP === 0) await pace.at(k / elements.length);
      const geometry = refs ? this.shape(refs, entity) : this.area(members ?? [], entity);
      if (!geometry) {
        issues.push(issueOf('read.osmShape', { row: k + 1, id: id.slice(4) }));
        continue;
      }
      features.push({ row: k + 1, properties: { id, ...tags }, geometry });
      for (const name of Object.keys(tags)) columns.add(name);
    }
    columns.delete('id');
    if (this.partial > 0) issues.unshift(issueOf('read.osmPart', { count: this.partial }, 'warning'));
    return {
      format: 'OpenStreetMap',
      layer: entity,
      entity,
      crs: 'WGS84',
      columns: ['id', ...columns],
      features,
      issues,
    };
  }

  private note(element: Tagged): void {
    // Most nodes are only corners of ways.
    let bare = true;
    for (const _ in element.tags) {
      bare = false;
      break;
    }
    if (bare) return;
    const theme = themeOf(element.tags);
    if (!theme) {
      this.others++;
      return;
    }
    const known = this.tagged.get(theme);
    if (known) known.push(element);
    else this.tagged.set(theme, [element]);
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
    const outer = this.rings(members, /^(outer)?$/);
    const wanted = ENTITY_SPECS[entity].geometry;
    if (outer.length === 0 || wanted === 'LineString') return null;
    if (wanted === 'Point') return { type: 'Point', coordinates: middleOf(outer[0]!) };
    const polygons = outer.map((ring) => [ring]);
    for (const inner of this.rings(members, /^inner$/))
      (polygons.find(([ring]) => ringContains(ring!, inner[0]!)) ?? polygons[0]!).push(inner);
    return { type: 'MultiPolygon', coordinates: polygons };
  }

  private rings(members: readonly OsmMember[], role: RegExp): GeoJSON.Position[][] {
    const lines = members.filter((member) => member.way && role.test(member.role));
    return joinedRings(lines.map(({ ref }) => this.ways.get(ref) ?? []))
      .map((refs) => this.positions(refs))
      .filter(isClosed);
  }

  private positions(refs: readonly number[]): GeoJSON.Position[] {
    const positions: GeoJSON.Position[] = [];
    for (const ref of refs) {
      const position = this.nodes.at(ref);
      if (position) positions.push(position);
    }
    if (positions.length > 0 && positions.length < refs.length) this.partial++;
    return positions;
  }
}
