/**
 * A number in [0, 4) that grows with the angle of a vector, without trigonometry: y/(|x|+|y|) carried on quadrant by
 * quadrant. Angles of a few million neighbour pairs are only compared, so this is all they need.
 */
export function diamondAngle(x: number, y: number): number {
  if (y >= 0) return x >= 0 ? (x === 0 && y === 0 ? 0 : y / (x + y)) : 1 - x / (y - x);
  return x < 0 ? 2 - y / (-x - y) : 3 + x / (x - y);
}

/** Unit vector of a diamond angle (any real number, taken modulo 4): writes cosine and sine into `out[0]`, `out[1]`. */
export function fromDiamond(diamond: number, out: Float64Array): void {
  let p = diamond % 4;
  if (p < 0) p += 4;
  let x: number;
  let y: number;
  if (p < 1) {
    x = 1 - p;
    y = p;
  } else if (p < 2) {
    x = 1 - p;
    y = 2 - p;
  } else if (p < 3) {
    x = p - 3;
    y = 2 - p;
  } else {
    x = p - 3;
    y = p - 4;
  }
  const length = Math.sqrt(x * x + y * y);
  out[0] = x / length;
  out[1] = y / length;
}
