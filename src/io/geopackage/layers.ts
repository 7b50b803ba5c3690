import { ENTITY_SPECS, ENTITY_TYPES, type EntityType } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import en from '../../text/en/model.json';
import zh from '../../text/zh-CN/model.json';

/** A field as a column of the plan file. */
export interface LayerColumn {
  readonly field: FieldSpec;
  readonly sqlType: string;
  /** What people call it, with its unit. */
  readonly titleZh: string;
  readonly titleEn: string;
  /** Name of its code list or range among the file's constraints, if it has one. */
  readonly constraint: string | null;
  readonly choices: readonly { readonly code: string; readonly labelZh: string; readonly labelEn: string }[];
}

/** A record type as a layer of the plan file; columns are named as the fields are. */
export interface Layer {
  readonly type: EntityType;
  readonly table: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly geometry: 'POINT' | 'LINESTRING' | 'MULTIPOLYGON';
  readonly columns: readonly LayerColumn[];
}

export const GEOMETRY_COLUMN = 'geom';

const SQL_TYPES: Readonly<Record<FieldSpec['kind'], string>> = {
  text: 'TEXT',
  choice: 'TEXT',
  reference: 'TEXT',
  number: 'DOUBLE',
  integer: 'INTEGER',
  boolean: 'BOOLEAN',
  date: 'DATE',
  dateTime: 'DATETIME',
};

export const LAYERS: readonly Layer[] = ENTITY_TYPES.map(layerOf);

export function layerFor(type: EntityType): Layer {
  return LAYERS.find((layer) => layer.type === type)!;
}

function layerOf(type: EntityType): Layer {
  const { geometry, fields } = ENTITY_SPECS[type];
  return {
    type,
    table: type.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    titleZh: words(zh, type, 'label'),
    titleEn: words(en, type, 'label'),
    geometry: geometry.toUpperCase() as Layer['geometry'],
    columns: fields.map((field) => columnOf(type, field)),
  };
}

function columnOf(type: EntityType, field: FieldSpec): LayerColumn {
  const unit = field.unit ? ` (${field.unit})` : '';
  const choices = (field.choices ?? []).map((code) => ({
    code,
    labelZh: words(zh, type, field.name, code),
    labelEn: words(en, type, field.name, code),
  }));
  const limited = choices.length > 0 || (field.min !== undefined && field.max !== undefined);
  return {
    field,
    sqlType: SQL_TYPES[field.kind],
    titleZh: words(zh, type, field.name, 'label') + unit,
    titleEn: words(en, type, field.name, 'label') + unit,
    constraint: limited ? `${type}_${field.name}`.toLowerCase() : null,
    choices,
  };
}

function words(catalogue: unknown, ...path: readonly string[]): string {
  return path.reduce((tree, step) => (tree as Record<string, unknown>)[step], catalogue) as string;
}
