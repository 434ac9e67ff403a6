/** The states after each event of a sequence, in typed arrays that grow: state, cost, the entry before and the step taken (−1: none). */
export class Layers {
  private cells = new Int32Array(1 << 12);
  private starts: number[] = [];
  private drops: number[] = [];
  private next = 0;

  /** Closed layers. */
  get count(): number {
    return this.drops.length;
  }

  get entries(): number {
    return this.next;
  }

  state(entry: number): number {
    return this.cells[4 * entry]!;
  }

  cost(entry: number): number {
    return this.cells[4 * entry + 1]!;
  }

  parent(entry: number): number {
    return this.cells[4 * entry + 2]!;
  }

  step(entry: number): number {
    return this.cells[4 * entry + 3]!;
  }

  /** The first entry of a layer. */
  start(layer: number): number {
    return this.starts[layer]!;
  }

  /** The least cost of an entry that was left out up to a layer. */
  dropped(layer: number): number {
    return this.drops[layer]!;
  }

  push(state: number, cost: number, parent: number, step: number): void {
    if (this.starts.length === this.drops.length) this.starts.push(this.next);
    if (4 * this.next + 4 > this.cells.length) {
      const larger = new Int32Array(2 * this.cells.length);
      larger.set(this.cells);
      this.cells = larger;
    }
    this.cells.set([state, cost, parent, step], 4 * this.next++);
  }

  close(dropped: number): void {
    if (this.starts.length === this.drops.length) this.starts.push(this.next);
    this.drops.push(dropped);
  }

  /** Leaves the first layers only. */
  keep(layers: number): void {
    if (layers >= this.drops.length) return;
    this.next = this.starts[layers]!;
    this.starts.length = layers;
    this.drops.length = layers;
  }

  clear(): void {
    this.starts.length = 0;
    this.drops.length = 0;
    this.next = 0;
  }
}
