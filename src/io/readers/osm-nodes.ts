/** Positions of nodes by their number: sorted flat arrays, since a map of millions of entries does not fit. */
export class OsmNodes {
  private ids = new Float64Array(1 << 16);
  private lons = new Float64Array(1 << 16);
  private lats = new Float64Array(1 << 16);
  private count = 0;
  private sorted = true;

  add(id: number, lon: number, lat: number): void {
    const at = this.count++;
    if (at === this.ids.length) this.grow();
    if (at > 0 && id <= this.ids[at - 1]!) this.sorted = false;
    this.ids[at] = id;
    this.lons[at] = lon;
    this.lats[at] = lat;
  }

  /** The position of a node; null for one that the file does not hold. */
  at(id: number): GeoJSON.Position | null {
    if (!this.sorted) this.sort();
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.ids[middle]!;
      if (found === id) return [this.lons[middle]!, this.lats[middle]!];
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  private grow(): void {
    const grown = (old: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const bigger = new Float64Array(2 * old.length);
      bigger.set(old);
      return bigger;
    };
    this.ids = grown(this.ids);
    this.lons = grown(this.lons);
    this.lats = grown(this.lats);
  }

  /** Files are sorted as a rule; a node that occurs twice keeps either place. */
  private sort(): void {
    const { ids, lons, lats, count } = this;
    const order = new Uint32Array(count).map((_, k) => k).sort((a, b) => ids[a]! - ids[b]!);
    const ordered = (values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const result = new Float64Array(values.length);
      for (let k = 0; k < count; k++) result[k] = values[order[k]!]!;
      return result;
    };
    [this.ids, this.lons, this.lats] = [ordered(ids), ordered(lons), ordered(lats)];
    this.sorted = true;
  }
}
