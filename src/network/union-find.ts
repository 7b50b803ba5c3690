/** Sets of numbers that are joined two by two; the lowest number stands for its set. */
export class UnionFind {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }

  get size(): number {
    return this.parent.length;
  }

  /** Makes sure that a number has a set of its own at least. */
  include(i: number): void {
    while (this.parent.length <= i) this.parent.push(this.parent.length);
  }

  find(i: number): number {
    let root = i;
    while (this.parent[root] !== root) root = this.parent[root]!;
    for (let at = i; this.parent[at] !== root; ) {
      const up = this.parent[at]!;
      this.parent[at] = root;
      at = up;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [ra, rb] = [this.find(a), this.find(b)];
    if (ra < rb) this.parent[rb] = ra;
    else this.parent[ra] = rb;
  }
}
