import { ENTITY_SPECS, ENTITY_TYPES, type EntityType } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import { modelWord } from '../../text/speak';
import { dbfNames } from '../writers/dbf-bytes';
import { folded } from './names';

/**
 * The words with which the app itself writes files: what it writes it must know again, whatever the lists of synonyms
 * hold. Codes, names in both languages, and the ten bytes that a .dbf has for a code.
 */
const LANGUAGES = ['zh-CN', 'en'] as const;

const TYPES: ReadonlyMap<string, EntityType> = new Map(
  ENTITY_TYPES.flatMap((type) =>
    [type, ...LANGUAGES.map((language) => modelWord(`${type}.label`, language))].map((name) => [folded(name), type]),
  ),
);

/** The record type that a layer or sheet is named after; null for any other name. */
export function ownType(name: string): EntityType | null {
  return TYPES.get(folded(name)) ?? null;
}

/** Codes of a type's fields as a column may write them, whole or cut: folded name → field. */
export function ownCodes(type: EntityType): ReadonlyMap<string, string> {
  const codes = ['id', ...fieldsOf(type).map(({ name }) => name)];
  const cut = dbfNames(codes);
  return new Map([
    ...cut.map((name, k) => [folded(name), codes[k]!] as const),
    ...codes.map((code) => [folded(code), code] as const),
  ]);
}

/** Names of a type's fields in both languages: folded name → field. */
export function ownLabels(type: EntityType): ReadonlyMap<string, string> {
  return new Map(
    fieldsOf(type).flatMap(({ name }) =>
      LANGUAGES.map((language) => [folded(modelWord(`${type}.${name}.label`, language)), name] as const),
    ),
  );
}

/** The code that a word of a field's list stands for, as the app writes it; null for any other word. */
export function ownCode(type: EntityType, { name, choices = [] }: FieldSpec, word: string): string | null {
  const plain = folded(word);
  const fits = (code: string): boolean =>
    folded(code) === plain ||
    LANGUAGES.some((language) => folded(modelWord(`${type}.${name}.${code}`, language)) === plain);
  return choices.find(fits) ?? null;
}

/** Whether a table has exactly the columns that the app writes for a type, beside those of the position. */
export function isOwnTable(type: EntityType, columns: readonly string[]): boolean {
  const [codes, labels] = [ownCodes(type), ownLabels(type)];
  const found = new Set(columns.map((column) => codes.get(folded(column)) ?? labels.get(folded(column))));
  return fieldsOf(type).every(({ name }) => found.has(name)) && found.has('id') && !found.has(undefined);
}

function fieldsOf(type: EntityType): readonly FieldSpec[] {
  return ENTITY_SPECS[type].fields;
}
