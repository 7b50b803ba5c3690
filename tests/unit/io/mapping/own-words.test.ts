import { describe, expect, it } from 'vitest';
import { isOwnTable, ownCode, ownCodes, ownLabels, ownType } from '../../../../src/io/mapping/own-words';
import { ENTITY_SPECS, ENTITY_TYPES } from '../../../../src/model/entities/registry';
import type { FieldSpec } from '../../../../src/model/entities/spec';

const status = ENTITY_SPECS.hydrant.fields.find(({ name }) => name === 'status') as FieldSpec;

describe('the words that the app writes', () => {
  it.each([
    ['hydrant', 'hydrant'],
    ['市政消火栓', 'hydrant'],
    ['Fire stations', 'fireStation'],
    ['water_source', 'waterSource'],
    ['Sheet1', null],
  ])('name a layer %s as %s', (name, type) => {
    expect(ownType(name)).toBe(type);
  });

  it('name every field of a type once, in codes cut to ten bytes and in both languages', () => {
    for (const type of ENTITY_TYPES) {
      const names = ENTITY_SPECS[type].fields.map(({ name }) => name);
      expect(new Set(ownCodes(type).values()), type).toEqual(new Set(['id', ...names]));
      expect(new Set(ownLabels(type).values()), type).toEqual(new Set(names));
    }
    expect(ownCodes('hydrant').get('staticpres')).toBe('staticPressureMpa');
    expect(ownLabels('hydrant').get('流量')).toBe('flowLps');
  });

  it('name a code in either language', () => {
    expect(['Working', '完好', 'working'].map((word) => ownCode('hydrant', status, word))).toEqual(
      Array(3).fill('working'),
    );
    expect(ownCode('hydrant', status, 'fine')).toBeNull();
  });

  it('make a table the app’s own only when no column is missing and none is strange', () => {
    const columns = ['id', ...ENTITY_SPECS.incident.fields.map(({ name }) => name)];
    expect(isOwnTable('incident', columns)).toBe(true);
    expect(isOwnTable('incident', columns.slice(1))).toBe(false);
    expect(isOwnTable('incident', [...columns, 'weather'])).toBe(false);
  });
});
