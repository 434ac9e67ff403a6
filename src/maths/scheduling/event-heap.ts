/**
 * What happens next in a simulation: whole numbers by time, earliest first, in order of entry among equals; a four-ary heap in typed arrays
 * that grow.
 * @example heap.add(2, 7); heap.add(1, 8); heap.take() // 8, and heap.time was 1 before
 */
export class EventHeap {
  private times: Float64Array;
  private orders: Float64Array;
  private items: Int32Array;
  private entered = 0;
  private held = 0;

  constructor(capacity = 1024) {
    this.times = new Float64Array(capacity);
    this.orders = new Float64Array(capacity);
    this.items = new Int32Array(capacity);
  }

  get size(): number {
    return this.held;
  }

  /** The time of the next item; Infinity when none is left. */
  get time(): number {
    return this.held === 0 ? Infinity : this.times[0]!;
  }

  add(time: number, item: number): void {
    if (this.held === this.times.length) this.grow();
    const { times, orders, items } = this;
    let i = this.held++;
    // The newest entry goes behind its equals, so times alone decide on the way up.
    while (i > 0) {
      const parent = (i - 1) >> 2;
      if (times[parent]! <= time) break;
      times[i] = times[parent]!;
      orders[i] = orders[parent]!;
      items[i] = items[parent]!;
      i = parent;
    }
    times[i] = time;
    orders[i] = this.entered++;
    items[i] = item;
  }

  /** Takes the next item out; −1 when none is left. */
  take(): number {
    if (this.held === 0) return -1;
    const first = this.items[0]!;
    this.held--;
    if (this.held > 0) this.sink(this.times[this.held]!, this.orders[this.held]!, this.items[this.held]!);
    return first;
  }

  private sink(time: number, order: number, item: number): void {
    const { times, orders, items, held } = this;
    let i = 0;
    for (;;) {
      let best = -1;
      let [bestTime, bestOrder] = [time, order];
      for (let child = 4 * i + 1, end = Math.min(child + 4, held); child < end; child++) {
        const t = times[child]!;
        if (t < bestTime || (t === bestTime && orders[child]! < bestOrder)) {
          best = child;
          bestTime = t;
          bestOrder = orders[child]!;
        }
      }
      if (best < 0) break;
      times[i] = bestTime;
      orders[i] = bestOrder;
      items[i] = items[best]!;
      i = best;
    }
    times[i] = time;
    orders[i] = order;
    items[i] = item;
  }

  private grow(): void {
    const longer = <T extends Float64Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const capacity = this.times.length * 2;
    this.times = longer(this.times, new Float64Array(capacity));
    this.orders = longer(this.orders, new Float64Array(capacity));
    this.items = longer(this.items, new Int32Array(capacity));
  }
}
