import type { EntityBase, EntitySpec, PointGeometry } from './spec';

/** 微型消防站: at least six people, there within three minutes (公消〔2015〕301号). */
export interface MicroStation extends EntityBase<PointGeometry> {
  readonly name?: string;
  readonly address?: string;
  readonly crew?: number;
  /** 在线调度: answers the command centre's call. */
  readonly online?: boolean;
  readonly contact?: string;
  readonly phone?: string;
  readonly note?: string;
}

export const microStationSpec = {
  geometry: 'Point',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'address', kind: 'text' },
    { name: 'crew', kind: 'integer', min: 0, max: 200 },
    { name: 'online', kind: 'boolean' },
    { name: 'contact', kind: 'text' },
    { name: 'phone', kind: 'text' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
