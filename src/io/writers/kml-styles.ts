import { HYDRANT_STATUSES } from '../../model/entities/hydrant';
import type { Entity, EntityType } from '../../model/entities/registry';
import { fieldOf } from './columns';

/** Colours as the map has them, by type or state: red, green, blue. */
const COLOURS: Readonly<Record<EntityType, string>> = {
  hydrant: '8a8f98',
  waterSource: '2f7fb5',
  fireStation: 'a61e22',
  microStation: 'c8443c',
  volunteerBrigade: '7d4aa0',
  keyUnit: '39424e',
  incident: 'd9822b',
  hazard: 'b8860b',
  district: '4a4a4a',
  subdistrict: '8c8c8c',
  building: 'b7ab9c',
  roadSegment: 'a09a90',
  waterBody: '9cc3dc',
  candidateSite: '7a3fb0',
};
const HYDRANT_COLOURS: Readonly<Record<(typeof HYDRANT_STATUSES)[number], string>> = {
  working: '1f6fb2',
  damaged: 'd9822b',
  blocked: '8a8f98',
  outOfWater: '8a8f98',
  planned: '7a3fb0',
  underConstruction: '7a3fb0',
};

/** The styles that records of a type refer to. No picture is named: it would be fetched from somewhere. */
export function kmlStyles(type: EntityType): string {
  const states =
    type === 'hydrant' ? HYDRANT_STATUSES.map((status) => style(`${type}-${status}`, HYDRANT_COLOURS[status])) : [];
  return [style(type, COLOURS[type]), ...states].join('');
}

/** Id of a record's style. */
export function styleOf(type: EntityType, record: Entity): string {
  const status = type === 'hydrant' ? fieldOf(record, 'status') : undefined;
  return status === undefined ? type : `${type}-${status}`;
}

/** KML writes a colour as opacity, blue, green, red. */
function style(id: string, rgb: string): string {
  const [red, green, blue] = [rgb.slice(0, 2), rgb.slice(2, 4), rgb.slice(4)];
  const colour = (opacity: string): string => `<color>${opacity}${blue}${green}${red}</color>`;
  return `<Style id="${id}"><IconStyle>${colour('ff')}</IconStyle><LabelStyle><scale>0.7</scale></LabelStyle><LineStyle>${colour('ff')}<width>2</width></LineStyle><PolyStyle>${colour('4d')}</PolyStyle></Style>\n`;
}
