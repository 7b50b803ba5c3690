import type { LonLat } from '../../base/coordinates';
import { type Change, changeOf } from '../change/change';
import type { EntityType } from '../entities/registry';
import type { Plan } from '../plan';

/**
 * Moves a point record; nothing changes when it is there already.
 * @throws Error when the plan has no such record or it is not a point
 */
export function moveRecord(plan: Plan, type: EntityType, id: string, position: LonLat): Change {
  const record = plan.records[type].get(id);
  if (record?.geometry.type !== 'Point') throw new Error(`Cannot move ${type} ${id}: no such point`);
  const [lon, lat] = record.geometry.coordinates;
  const label = { key: 'move', params: { type } };
  if (lon === position[0] && lat === position[1]) return changeOf(label, {});
  return changeOf(label, { patch: [{ type, id, fields: { geometry: { type: 'Point', coordinates: position } } }] });
}
