import type { Issue } from '../../base/issue';
import type { TileAnswer } from '../../worker/tiles/api';

/** So many failures in a row, once tiles have come, mean that the map is gone; a single one is the weather. */
const MOST_IN_A_ROW = 12;
/** So many before the first tile has come mean that the address is wrong, whatever else is still on its way. */
const MOST_AT_FIRST = 6;

/**
 * Decides from the answers for single tiles whether a basemap comes at all. A missing tile (404) counts only as long as
 * none has come: beyond its edge every map has holes.
 */
export class BasemapWatch {
  private pending = 0;
  private came = false;
  private failures = 0;
  private last: Issue | null = null;

  asked(): void {
    this.pending++;
  }

  /** @returns the reason to give up, or null as long as there is hope. `null` for a request that was called off. */
  answered(answer: TileAnswer | null): Issue | null {
    this.pending--;
    if (answer === null) return null;
    if (answer.kind !== 'trouble') {
      this.came = true;
      this.failures = 0;
      return null;
    }
    if (!(answer.missing && this.came)) this.failures++;
    this.last = answer.issue;
    return this.hopeless() ? this.last : null;
  }

  private hopeless(): boolean {
    if (this.came) return this.failures >= MOST_IN_A_ROW;
    return this.failures >= MOST_AT_FIRST || this.pending === 0;
  }
}
