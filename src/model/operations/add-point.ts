import type { LonLat } from '../../base/coordinates';
import { type Change, changeOf, type PutRecord } from '../change/change';
import { ENTITY_SPECS, type EntityType } from '../entities/registry';
import type { Plan } from '../plan';
import { newId } from './new-id';

/**
 * Adds one record of a point type. A new hydrant is a planned one: nobody has built it yet.
 * @throws Error when records of the type are not points
 */
export function addPoint(plan: Plan, type: EntityType, position: LonLat): Change {
  if (ENTITY_SPECS[type].geometry !== 'Point') throw new Error(`Records of type ${type} are not points`);
  const entity = {
    id: newId(plan, type),
    geometry: { type: 'Point', coordinates: position },
    ...(type === 'hydrant' ? { status: 'planned' } : {}),
    ...(type === 'fireStation' ? { stage: 'planned' } : {}),
  };
  return changeOf({ key: 'add', params: { type, count: 1 } }, { put: [{ type, entity } as PutRecord] });
}
