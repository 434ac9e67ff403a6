import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventHeap } from './index.ts';

test('items come out by time and, among equals, in order of entry, whatever is taken in between', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 4 })), (steps) => {
    const heap = new EventHeap(1);
    const reference: { time: number; item: number }[] = [];
    const takeBoth = () => {
      const next = reference.toSorted((a, b) => a.time - b.time || a.item - b.item)[0];
      expect(heap.time).toBe(next?.time ?? Infinity);
      expect(heap.take()).toBe(next?.item ?? -1);
      if (next !== undefined) reference.splice(reference.indexOf(next), 1);
    };
    steps.forEach((time, item) => {
      if (time === null) return takeBoth();
      heap.add(time, item);
      reference.push({ time, item });
    });
    expect(heap.size).toBe(reference.length);
    while (reference.length > 0) takeBoth();
    takeBoth();
  }));
});
