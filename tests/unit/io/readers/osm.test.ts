import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { osmPbfOf } from '../../../support/files/osm-pbf';
import { read, refusal, utf8 } from '../../../support/files/read';

const NODES = [
  { id: 1, lon: 118, lat: 31 },
  { id: 2, lon: 118.001, lat: 31 },
  { id: 3, lon: 118.001, lat: 31.001 },
  { id: 4, lon: 118, lat: 31.001 },
  { id: 5, lon: 118.0005, lat: 31.0005, tags: { emergency: 'fire_hydrant', ref: 'XHS-1', name: '人民路' } },
  { id: 6, lon: 118.0006, lat: 31.0006, tags: { shop: 'bakery' } },
];
const WAYS = [
  { id: 10, refs: [1, 2, 3], tags: { highway: 'residential', name: '人民路' } },
  { id: 11, refs: [1, 2, 3, 4, 1], tags: { building: 'yes' } },
  { id: 12, refs: [1, 2, 3], tags: {} },
  { id: 13, refs: [3, 4, 1], tags: {} },
  { id: 14, refs: [1, 2, 3, 4, 1], tags: { amenity: 'fire_station', building: 'yes' } },
  { id: 15, refs: [1, 99, 98], tags: { highway: 'service' } },
];
const RELATIONS = [
  {
    id: 20,
    members: [
      { ref: 12, role: 'outer', type: 1 as const },
      { ref: 13, role: 'outer', type: 1 as const },
    ],
    tags: { type: 'multipolygon', natural: 'water' },
  },
];

const attributes = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
const tagXml = (tags: Record<string, string> = {}): string =>
  Object.entries(tags)
    .map(([k, v]) => `<tag${attributes({ k, v })}/>`)
    .join('');
const XML = `<?xml version="1.0" encoding="UTF-8"?><osm version="0.6">
${NODES.map(({ id, lon, lat, tags }) => `<node${attributes({ id, lon, lat })}>${tagXml(tags)}</node>`).join('\n')}
${WAYS.map(({ id, refs, tags }) => `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagXml(tags as Record<string, string>)}</way>`).join('\n')}
${RELATIONS.map(({ id, members, tags }) => `<relation id="${id}">${members.map(({ ref, role }) => `<member type="way"${attributes({ ref, role })}/>`).join('')}${tagXml(tags)}</relation>`).join('\n')}
</osm>`;
const OVERPASS = JSON.stringify({
  version: 0.6,
  elements: [
    ...NODES.map((node) => ({ type: 'node', ...node })),
    ...WAYS.map(({ refs, ...way }) => ({ type: 'way', nodes: refs, ...way })),
    ...RELATIONS.map(({ members, ...relation }) => ({
      type: 'relation',
      ...relation,
      members: members.map(({ ref, role }) => ({ type: 'way', ref, role })),
    })),
  ],
});

describe('OpenStreetMap', () => {
  it.each([
    ['XML', utf8(XML)],
    ['packed XML', gzipSync(utf8(XML))],
    ['PBF', osmPbfOf(NODES, WAYS, RELATIONS)],
    ['PBF, not packed', osmPbfOf(NODES, WAYS, RELATIONS, false)],
    ['JSON of Overpass', utf8(OVERPASS)],
  ])('as %s gives a table for each kind of record', async (_, bytes) => {
    const tables = await read('x', bytes);
    const byEntity = Object.fromEntries(tables.map((table) => [table.entity, table]));
    expect(Object.keys(byEntity)).toEqual(['hydrant', 'fireStation', 'roadSegment', 'waterBody', 'building']);
    expect(byEntity.hydrant!.features[0]).toEqual({
      row: 1,
      properties: { id: 'osm-n5', emergency: 'fire_hydrant', ref: 'XHS-1', name: '人民路' },
      geometry: { type: 'Point', coordinates: [118.0005, 31.0005] },
    });
    expect(byEntity.roadSegment!.features[0]!.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [118, 31],
        [118.001, 31],
        [118.001, 31.001],
      ],
    });
    expect(byEntity.fireStation!.features[0]!.geometry).toMatchObject({ type: 'Point' });
    expect(byEntity.waterBody!.features[0]!.geometry).toMatchObject({ type: 'MultiPolygon' });
    expect(tables.flatMap(({ issues }) => issues.map(({ code }) => code)).sort()).toEqual([
      'read.osmOthers',
      'read.osmPart',
      'read.osmShape',
    ]);
  });

  it('as Overpass gives it with geometry in place', async () => {
    const line = [
      { lon: 118, lat: 31 },
      { lon: 118.1, lat: 31.1 },
    ];
    const [table] = await read(
      'x',
      JSON.stringify({
        elements: [{ type: 'way', id: 1, geometry: line, nodes: [1, 2], tags: { highway: 'service' } }],
      }),
    );
    expect(table!.features[0]!.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [118, 31],
        [118.1, 31.1],
      ],
    });
  });

  it('with nodes in any order', async () => {
    const [table] = await read('x', osmPbfOf([...NODES].reverse(), WAYS.slice(0, 1)));
    expect(table!.features).toHaveLength(1);
  });

  it('cut short gives what stands before and says so; nothing for a brigade is said too', async () => {
    const [table] = await read('x.osm', XML.slice(0, XML.indexOf('</way>') + 8));
    expect(table!.issues.map(({ code }) => code)).toContain('read.osmCut');
    expect(await refusal('x.pbf', osmPbfOf(NODES).slice(0, 60))).toBe('read.osm');
    expect(await refusal('x.osm', '<osm version="0.6"></osm>')).toBe('read.osmNothing');
  });
});
