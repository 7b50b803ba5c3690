import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { EntityType } from '../model/entities/registry';
import type { App } from '../store/app';
import type { LayerId } from '../store/layers';
import { DRAWN_TYPES } from './layers/sources';

const SIGN_SWITCHES: readonly (readonly [LayerId, string])[] = [
  ['hydrantWorking', 'working'],
  ['hydrantDamaged', 'damaged'],
  ['hydrantOutOfService', 'out'],
  ['hydrantPlanned', 'planned'],
  ['hydrantUnknown', 'unknown'],
];

/** Keeps the sources of record types in step with the plan: bytes from the engine, handed over as blob addresses. */
export class Feed {
  private readonly shown = new Map<EntityType, string>();
  private readonly urls = new Map<EntityType, string>();
  private readonly asked = new Map<EntityType, number>();
  private loading = 0;

  constructor(
    private readonly map: MapLibreMap,
    private readonly app: App,
  ) {
    this.tellBusy(true);
  }

  /** Asks for the types whose records have changed since they were shown. */
  refresh(): void {
    const { plan, generation } = this.app.store.getState().plan;
    if (!plan) return;
    for (const type of DRAWN_TYPES) {
      const key = `${generation} ${plan.revisions[type]} ${type === 'hydrant' ? this.hiddenSigns().join() : ''}`;
      if (this.shown.get(type) === key) continue;
      this.shown.set(type, key);
      this.loading++;
      this.tellBusy(true);
      void this.load(type).finally(() => this.tellBusy(--this.loading > 0));
    }
  }

  /** The style was made anew: its sources are empty again. */
  restore(): void {
    for (const [type, url] of this.urls) this.source(type)?.setData(url);
  }

  destroy(): void {
    for (const url of this.urls.values()) URL.revokeObjectURL(url);
  }

  private async load(type: EntityType): Promise<void> {
    const turn = (this.asked.get(type) ?? 0) + 1;
    this.asked.set(type, turn);
    await this.app.queue.settled();
    const bytes = await this.app.engine.layerData(type, type === 'hydrant' ? this.hiddenSigns() : []);
    if (this.asked.get(type) !== turn) return;
    const old = this.urls.get(type);
    const url = URL.createObjectURL(new Blob([bytes], { type: 'application/geo+json' }));
    this.urls.set(type, url);
    this.source(type)?.setData(url);
    // The map's worker may still be reading the old one.
    if (old) setTimeout(() => URL.revokeObjectURL(old), 10_000);
  }

  /** Records are still on their way to the map: assistive technology waits, and so do the journeys. */
  private tellBusy(busy: boolean): void {
    this.map.getContainer().setAttribute('aria-busy', String(busy));
  }

  private source(type: EntityType): GeoJSONSource | undefined {
    return this.map.getSource(type) as GeoJSONSource | undefined;
  }

  private hiddenSigns(): string[] {
    const { layers } = this.app.store.getState().view;
    return SIGN_SWITCHES.filter(([layer]) => !layers[layer]).map(([, sign]) => sign);
  }
}
