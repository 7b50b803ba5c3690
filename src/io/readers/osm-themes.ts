import type { EntityType } from '../../model/entities/registry';

export type OsmTags = Readonly<Record<string, string>>;

const UNBUILT =
  /^(proposed|construction|razed|abandoned|platform|bus_stop|crossing|street_lamp|traffic_signals|stop|give_way)$/;
const WATER_POINT = /^(water_tank|suction_point|fire_water_pond)$/;
const BASIN = /^(reservoir|basin)$/;
const CROWDED = /^(school|kindergarten|university|college|hospital|nursing_home|theatre|cinema|fuel)$/;
const SHOPS = /^(mall|department_store)$/;
const STREET_OFFICE = /^(8|9|10)$/;

/** What a tagged element is to a brigade (wiki.openstreetmap.org/wiki/Map_features), the first that fits. */
const THEMES: readonly (readonly [EntityType, (tags: OsmTags) => boolean])[] = [
  ['hydrant', ({ emergency, amenity }) => emergency === 'fire_hydrant' || amenity === 'fire_hydrant'],
  ['waterSource', ({ emergency = '' }) => WATER_POINT.test(emergency)],
  ['fireStation', ({ amenity }) => amenity === 'fire_station'],
  ['roadSegment', ({ highway = '' }) => highway !== '' && !UNBUILT.test(highway)],
  [
    'waterBody',
    ({ natural, waterway, landuse = '' }) => natural === 'water' || waterway === 'riverbank' || BASIN.test(landuse),
  ],
  [
    'keyUnit',
    ({ amenity = '', tourism, shop = '' }) => CROWDED.test(amenity) || tourism === 'hotel' || SHOPS.test(shop),
  ],
  ['subdistrict', ({ boundary, admin_level = '' }) => boundary === 'administrative' && STREET_OFFICE.test(admin_level)],
  ['building', ({ building = 'no' }) => building !== 'no'],
];

/** Record types that an OpenStreetMap file can hold, in the order of their tables. */
export const OSM_ENTITIES: readonly EntityType[] = THEMES.map(([entity]) => entity);

export function themeOf(tags: OsmTags): EntityType | null {
  return THEMES.find(([, fits]) => fits(tags))?.[0] ?? null;
}
