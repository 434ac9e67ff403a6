/** The agenda of a simulation: what happens next, earliest first, in order of entry among equals (a binary heap). */
export class Agenda {
  private times: number[] = [];
  private orders: number[] = [];
  private items: Entry[] = [];
  private entered = 0;

  add(time: number, item: Entry): void {
    let i = this.times.length;
    const order = this.entered;
    this.entered += 1;
    this.times.push(time);
    this.orders.push(order);
    this.items.push(item);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.before(time, order, parent)) break;
      this.move(parent, i);
      i = parent;
    }
    this.put(i, time, order, item);
  }

  /** The next entry, or undefined when nothing is left. */
  next(): { readonly time: number; readonly item: Entry } | undefined {
    const time = this.times[0];
    const item = this.items[0];
    if (time === undefined || item === undefined) return undefined;
    const lastTime = this.times.pop()!;
    const lastOrder = this.orders.pop()!;
    const lastItem = this.items.pop()!;
    if (this.times.length > 0) this.sink(lastTime, lastOrder, lastItem);
    return { time, item };
  }

  private sink(time: number, order: number, item: Entry): void {
    const size = this.times.length;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && this.before(this.times[child + 1]!, this.orders[child + 1]!, child)) child += 1;
      if (this.before(time, order, child)) break;
      this.move(child, i);
      i = child;
    }
    this.put(i, time, order, item);
  }

  private before(time: number, order: number, at: number): boolean {
    const other = this.times[at]!;
    return time < other || (time === other && order < this.orders[at]!);
  }

  private move(from: number, to: number): void {
    this.put(to, this.times[from]!, this.orders[from]!, this.items[from]!);
  }

  private put(at: number, time: number, order: number, item: Entry): void {
    this.times[at] = time;
    this.orders[at] = order;
    this.items[at] = item;
  }
}

/** What is on the agenda: a kind and up to three whole numbers that say of what. */
export interface Entry {
  readonly kind: 'arrive' | 'ready' | 'complete' | 'shift' | 'fail' | 'restore';
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** First in, first out, without the cost of shifting an array. */
export class Line<T> {
  private items: T[] = [];
  private head = 0;

  get length(): number {
    return this.items.length - this.head;
  }

  first(): T | undefined {
    return this.items[this.head];
  }

  push(item: T): void {
    this.items.push(item);
  }

  shift(): T | undefined {
    const item = this.items[this.head];
    if (item === undefined) return undefined;
    this.head += 1;
    if (this.head > 1024 && this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return item;
  }

  /** Takes out and returns the items for which the test holds. */
  remove(test: (item: T) => boolean): T[] {
    const rest = this.items.slice(this.head);
    this.head = 0;
    this.items = rest.filter((item) => !test(item));
    return rest.filter(test);
  }
}
