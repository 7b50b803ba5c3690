import { issueOf } from '../../base/issue';
import type { OsmFeatures } from './osm-features';
import { type SourceFile, UnreadableFile } from './reader';
import { textOf } from './text';

interface Position {
  readonly lon: number;
  readonly lat: number;
}

interface OverpassElement {
  readonly type: string;
  readonly id: number;
  readonly lon?: number;
  readonly lat?: number;
  readonly nodes?: readonly number[];
  readonly geometry?: readonly (Position | null)[];
  readonly members?: readonly {
    readonly type: string;
    readonly ref: number;
    readonly role?: string;
    readonly geometry?: readonly (Position | null)[];
  }[];
  readonly tags?: Readonly<Record<string, string>>;
}

/** The JSON of Overpass, as `out body; >; out skel` or `out geom` give it. Throws `read.json`. */
export function readOverpass(file: SourceFile, features: OsmFeatures): void {
  const places = new Places(features);
  for (const { type, id, lon, lat, nodes, geometry, members = [], tags = {} } of elementsOf(file)) {
    if (type === 'node') features.node(id, Number(lon), Number(lat), tags);
    if (type === 'way') features.way(id, geometry ? places.refsOf(geometry) : (nodes ?? []), tags);
    if (type !== 'relation') continue;
    for (const { type: kind, ref, geometry: line } of members)
      if (kind === 'way' && line) features.way(ref, places.refsOf(line), {});
    features.relation(
      id,
      members.map((member) => ({ ref: member.ref, role: member.role ?? '', way: member.type === 'way' })),
      tags,
    );
  }
}

/** Positions that came without a node get one, the same for the same place, so that ways still meet. */
class Places {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly features: OsmFeatures) {}

  refsOf(line: readonly (Position | null)[]): number[] {
    return line.flatMap((place) => (place ? [this.refOf(place)] : []));
  }

  private refOf({ lon, lat }: Position): number {
    const key = `${lon} ${lat}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = -1e12 - this.numbers.size;
    this.numbers.set(key, number);
    this.features.node(number, lon, lat, {});
    return number;
  }
}

function elementsOf(file: SourceFile): readonly OverpassElement[] {
  const text = textOf(file);
  try {
    const { elements } = JSON.parse(text) as { elements?: unknown };
    if (Array.isArray(elements)) return elements.filter((element) => typeof element === 'object' && element !== null);
  } catch (error) {
    throw new UnreadableFile(issueOf('read.json', { file: file.name, detail: String((error as Error).message) }));
  }
  throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
}
