import type { Building } from '../../model/entities/building';
import type { JointBuilding } from './joint';

/** Which side of a building fails; `water` and `none` alone where nobody asks for the engine. */
export type Side = JointBuilding['fails'];

/** Outlines of buildings as GeoJSON bytes, each with the side that fails; the outlines are written once. */
export class WaterLayer {
  private readonly outlines: readonly string[];

  constructor(buildings: readonly Building[]) {
    this.outlines = buildings.map(
      ({ id, geometry }) => `"id":${JSON.stringify(id)}},"geometry":${JSON.stringify(geometry)}}`,
    );
  }

  /** @param crowOnly within the protection radius as the crow flies, but not by hose: `crow` is 1 */
  bytes(sides: readonly Side[], crowOnly: (building: number) => boolean): Uint8Array<ArrayBuffer> {
    const features = this.outlines.map(
      (rest, b) => `{"type":"Feature","properties":{"side":"${sides[b]}","crow":${crowOnly(b) ? 1 : 0},${rest}`,
    );
    return new TextEncoder().encode(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
  }
}
