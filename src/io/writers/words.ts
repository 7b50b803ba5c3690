import { ENTITY_SPECS, type EntityType } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';

/** How a file names things: by the codes of the model, which scripts read, or by words of a language. */
export interface ExportWords {
  /** A record type, for sheets, folders and layers. */
  type(type: EntityType): string;
  /** Header of a field's column. */
  field(type: EntityType, spec: FieldSpec): string;
  /** A code of a `choice`. */
  choice(type: EntityType, spec: FieldSpec, code: string): string;
  flag(value: boolean): string | boolean;
  readonly lon: string;
  readonly lat: string;
  /** Whether position columns leave WGS84 unsaid. Tables with Chinese headers mostly are in GCJ-02, so theirs say it. */
  readonly bareWgs84: boolean;
}

export const CODE_WORDS: ExportWords = {
  type: (type) => type,
  field: (_, { name }) => name,
  choice: (_, __, code) => code,
  flag: (value) => value,
  lon: 'lon',
  lat: 'lat',
  bareWgs84: true,
};

/** Words of a language. @param word looks up a path of the model's catalogue, such as `hydrant.status.label` */
export function namedWords(word: (path: string) => string): ExportWords {
  return {
    type: (type) => word(`${type}.label`),
    field: (type, { name, unit }) => `${word(`${type}.${name}.label`)}${unit ? `(${unit})` : ''}`,
    choice: (type, { name }, code) => (isChoice(type, name, code) ? word(`${type}.${name}.${code}`) : code),
    flag: (value) => word(value ? 'column.yes' : 'column.no'),
    lon: word('column.lon'),
    lat: word('column.lat'),
    bareWgs84: false,
  };
}

function isChoice(type: EntityType, field: string, code: string): boolean {
  const specs: readonly FieldSpec[] = ENTITY_SPECS[type].fields;
  return specs.find(({ name }) => name === field)?.choices?.includes(code) ?? false;
}
