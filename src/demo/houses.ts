import type { XY } from '../base/coordinates';
import { createRandom, type Random } from '../base/random';
import { polygonContains } from '../geometry/rings';
import type { BuildingUse } from '../model/entities/building';
import { cornersOf, type Footprint, Ground } from './footprints';
import type { Street } from './streets';
import { type Block, blocksOf } from './town-plan';

export interface House {
  readonly rings: readonly (readonly XY[])[];
  readonly centre: XY;
  readonly use: BuildingUse;
  readonly floors: number;
  readonly block: Block;
  readonly footprintM2: number;
}

/** Fills the blocks with buildings that keep off the streets, off each other and in line with the block. */
export function housesOf(streets: readonly Street[], seed: number): House[] {
  const ground = new Ground();
  for (const { points, widthM } of streets)
    for (let k = 1; k < points.length; k++) ground.pave(points[k - 1]!, points[k]!, widthM + 6);
  return blocksOf(seed).flatMap((block) => {
    const random = createRandom(seed).fork(`houses ${block.cell.column} ${block.cell.row} ${block.i} ${block.j}`);
    return new Builder(block, ground, random).build();
  });
}

/** Builds one block. Positions are shares of the block's sides; sizes are metres. */
class Builder {
  private readonly houses: House[] = [];
  private readonly width: number;
  private readonly height: number;
  private readonly angle: number;

  constructor(
    private readonly block: Block,
    private readonly ground: Ground,
    private readonly random: Random,
  ) {
    const [sw, se, ne, nw] = block.corners;
    this.width = (distance(sw, se) + distance(nw, ne)) / 2;
    this.height = (distance(sw, nw) + distance(se, ne)) / 2;
    this.angle = Math.atan2(se[1] + ne[1] - sw[1] - nw[1], se[0] + ne[0] - sw[0] - nw[0]);
  }

  build(): House[] {
    const { use, cell } = this.block;
    if (use === 'park') return this.houses;
    if (use === 'school') this.school();
    else if (use === 'mall') this.mall();
    else if (use === 'hospital') this.hospital();
    else if (use === 'towers') this.towers();
    else if (cell.kind === 'oldTown') this.lanes();
    else if (cell.kind === 'newTown') this.slabs();
    else if (cell.kind === 'industry') this.halls();
    else this.village(cell.kind === 'village' ? 1 : 0.16);
    return this.houses;
  }

  /** Courtyard rows on both sides of every lane, shops along the streets. */
  private lanes(): void {
    const rows = Math.max(2, Math.round(this.height / 29));
    for (let row = 0; row < rows; row++) {
      const v = (row + 0.5) / rows;
      const edge = row === 0 || row === rows - 1;
      for (let u = 12; u < this.width - 10; ) {
        const length = this.random.between(13, edge ? 27 : 23);
        const depth = this.random.between(9, 13);
        const use = edge && this.random.next() < 0.5 ? 'commercial' : 'residential';
        if (this.random.next() < 0.66)
          this.put(u + length / 2, v * this.height, length, depth, use, this.random.integer(1, edge ? 5 : 3));
        u += length + this.random.between(3.5, 8);
      }
    }
  }

  /** Five- to seven-storey slabs in rows facing south, shops at the gate. */
  private slabs(): void {
    const rows = Math.max(2, Math.floor((this.height - 30) / 34));
    const pitch = (this.height - 24) / rows;
    const length = this.random.between(44, 58);
    const columns = Math.max(1, Math.floor((this.width - 24) / (length + 12)));
    const floors = this.random.integer(5, 7);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        if (row === rows >> 1 && column === columns >> 1) continue;
        const u = 12 + ((this.width - 24) * (column + 0.5)) / columns;
        this.put(u, 12 + pitch * (row + 0.5), length, 13, 'residential', floors);
      }
    this.shops();
  }

  /** Points of 18 to 33 floors around a green. */
  private towers(): void {
    const columns = Math.max(2, Math.round(this.width / 72));
    const rows = Math.max(2, Math.round(this.height / 72));
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const inner = row > 0 && row < rows - 1 && column > 0 && column < columns - 1;
        if (inner) continue;
        const [u, v] = [(column + 0.5) / columns, (row + 0.5) / rows];
        this.put(
          14 + u * (this.width - 28),
          14 + v * (this.height - 28),
          30,
          21,
          'residential',
          this.random.integer(18, 33),
        );
      }
    this.shops();
  }

  private shops(): void {
    for (let u = 24; u < this.width - 30; u += 44)
      if (this.random.next() < 0.4) this.put(u, 13, 30, 9, 'commercial', 2);
  }

  private mall(): void {
    const { width, height } = this;
    this.put(
      width * 0.34,
      height * 0.5,
      Math.min(120, width * 0.42),
      Math.min(90, height * 0.5),
      'commercial',
      this.random.integer(4, 6),
    );
    for (const [u, v] of [
      [0.76, 0.25],
      [0.76, 0.75],
      [0.76, 0.5],
    ] as const)
      this.put(width * u, height * v, 42, 30, 'office', this.random.integer(9, 26));
  }

  /** Two wings at a right angle, a gymnasium, and the playing field left free. */
  private school(): void {
    const { width, height } = this;
    this.put(width * 0.3, height * 0.28, Math.min(72, width * 0.36), 15, 'school', 5);
    this.put(width * 0.16, height * 0.52, 14, Math.min(46, height * 0.26), 'school', 5);
    this.put(width * 0.3, height * 0.8, Math.min(46, width * 0.3), 22, 'school', 2);
    this.put(width * 0.52, height * 0.52, 38, 14, 'school', 4);
  }

  private hospital(): void {
    const { width, height } = this;
    this.put(width * 0.5, height * 0.34, Math.min(110, width * 0.5), 24, 'hospital', 14);
    this.put(width * 0.3, height * 0.68, 52, 20, 'hospital', 5);
    this.put(width * 0.68, height * 0.68, 52, 20, 'hospital', 6);
  }

  private halls(): void {
    const columns = Math.max(1, Math.round(this.width / 150));
    const rows = Math.max(1, Math.round(this.height / 110));
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        if (this.random.next() < 0.1) continue;
        const [pitchU, pitchV] = [(this.width - 40) / columns, (this.height - 40) / rows];
        const length = pitchU * this.random.between(0.55, 0.78);
        const depth = pitchV * this.random.between(0.45, 0.68);
        const use = this.random.next() < 0.28 ? 'warehouse' : 'industrial';
        const [u, v] = [20 + pitchU * (column + 0.5), 20 + pitchV * (row + 0.5)];
        if (this.put(u, v, length, depth, use, this.random.integer(1, 3)) && this.random.next() < 0.6)
          this.put(u + length / 2 + 12, v, 14, Math.min(36, depth * 0.7), 'office', this.random.integer(2, 5));
      }
  }

  /** Houses crowd around the crossing in the middle of the cell and thin out along the roads. */
  private village(density: number): void {
    const { i, j, cell } = this.block;
    const cornerU = i === 0 && cell.across > 1 ? this.width : 0;
    const cornerV = cell.up > 1 && j === 0 ? this.height : 0;
    for (let v = 13; v < this.height - 10; v += 21)
      for (let u = 13; u < this.width - 10; u += 19) {
        const away = Math.hypot(u - cornerU, v - cornerV);
        const nearRoad = Math.min(Math.abs(u - cornerU), Math.abs(v - cornerV)) < 60;
        const chance = density * (away < 190 ? 0.42 : nearRoad && away < 380 ? 0.18 : 0.005);
        if (this.random.next() > chance) continue;
        const [du, dv] = [this.random.between(-3, 3), this.random.between(-3, 3)];
        this.put(
          u + du,
          v + dv,
          this.random.between(10, 14),
          this.random.between(8, 11),
          'rural',
          this.random.integer(1, 3),
          0.12,
        );
      }
  }

  private put(
    u: number,
    v: number,
    length: number,
    depth: number,
    use: BuildingUse,
    floors: number,
    turn = 0,
  ): boolean {
    const [x, y] = this.at(u / this.width, v / this.height);
    const footprint: Footprint = {
      x,
      y,
      halfLength: length / 2,
      halfWidth: depth / 2,
      angle: this.angle + turn * (2 * this.random.next() - 1),
    };
    const corners = cornersOf(footprint);
    if (!corners.every(([cx, cy]) => polygonContains([this.block.corners], cx, cy))) return false;
    if (!this.ground.place(footprint, use === 'residential' || use === 'rural' ? 1.5 : 3)) return false;
    const rings = this.shapeOf(footprint, corners, use);
    this.houses.push({ rings, centre: [x, y], use, floors, block: this.block, footprintM2: length * depth });
    return true;
  }

  /** Large old houses have a court; some halls and schools are L-shaped. */
  private shapeOf(footprint: Footprint, corners: readonly XY[], use: BuildingUse): XY[][] {
    const { halfLength, halfWidth, angle, x, y } = footprint;
    if (this.block.cell.kind === 'oldTown' && halfLength > 8.5 && halfWidth > 5.5 && this.random.next() < 0.35) {
      const court = cornersOf({ ...footprint, halfLength: halfLength * 0.45, halfWidth: halfWidth * 0.4 });
      return [[...corners], court.reverse()];
    }
    if ((use === 'industrial' || use === 'commercial') && halfWidth > 15 && this.random.next() < 0.3) {
      const at = (a: number, b: number): XY => [
        x + a * halfLength * Math.cos(angle) - b * halfWidth * Math.sin(angle),
        y + a * halfLength * Math.sin(angle) + b * halfWidth * Math.cos(angle),
      ];
      return [[at(-1, -1), at(1, -1), at(1, 0.1), at(0.2, 0.1), at(0.2, 1), at(-1, 1)]];
    }
    return [[...corners]];
  }

  private at(s: number, t: number): XY {
    const [sw, se, ne, nw] = this.block.corners;
    const mix = (k: 0 | 1): number => (1 - t) * ((1 - s) * sw[k] + s * se[k]) + t * ((1 - s) * nw[k] + s * ne[k]);
    return [mix(0), mix(1)];
  }
}

function distance([ax, ay]: XY, [bx, by]: XY): number {
  return Math.hypot(bx - ax, by - ay);
}
