import { addProtocol } from 'maplibre-gl';
import { basemapFailed } from '../../commands/basemap-commands';
import type { App } from '../../store/app';
import type { BasemapChoice } from '../../store/state';
import { tileDesk } from '../../worker/tiles/client';
import { PROTOCOL } from './basemap-parts';
import { BasemapWatch } from './watch';

/** The message of one tile that did not come: the map draws its parent instead. Said once for the basemap, not tile by tile. */
export const TILE_FAILED = 'basemap tile failed';

let tickets = 0;

/** Hands the map's requests for basemap tiles to the tile worker, and gives a basemap up that does not come. */
export class BasemapTiles {
  private choice: BasemapChoice = { kind: 'plan' };
  private watch = new BasemapWatch();

  constructor(private readonly app: App) {
    addProtocol(PROTOCOL, ({ url }, controller) => this.load(url, controller.signal));
  }

  /** Before the style that asks for its tiles is set. */
  use(choice: BasemapChoice): void {
    if (choice === this.choice) return;
    this.choice = choice;
    this.watch = new BasemapWatch();
    void tileDesk().use(choice.kind === 'plan' ? null : choice);
  }

  private async load(url: string, signal: AbortSignal): Promise<{ data: ImageBitmap | ArrayBuffer }> {
    const { choice, watch } = this;
    const ticket = ++tickets;
    const cancel = (): void => void tileDesk().cancel(ticket);
    signal.addEventListener('abort', cancel);
    watch.asked();
    const answer = await tileDesk().tile({ ticket, ...tileOf(url) });
    signal.removeEventListener('abort', cancel);
    const reason = watch.answered(signal.aborted ? null : answer);
    if (reason) basemapFailed(this.app, choice, reason);
    if (answer.kind === 'trouble') throw new Error(TILE_FAILED);
    if (answer.kind === 'nothing') return { data: new ArrayBuffer(0) };
    return { data: answer.kind === 'picture' ? answer.picture : answer.bytes };
  }
}

function tileOf(url: string) {
  const [, z, x, y, ratio] = url.match(/:\/\/(\d+)\/(\d+)\/(\d+)(@2x)?/)!;
  return { z: Number(z), x: Number(x), y: Number(y), ratio: ratio ? (2 as const) : (1 as const) };
}
