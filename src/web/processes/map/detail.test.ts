import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogMap } from '../../api/types.ts';
import { allEdges, atDetail, END, slowest, START } from './detail.ts';

const edge = (from: string, to: string, count: number) => ({ from, to, count, mean: 60, median: 50, min: 0, max: 100 });
const orders: LogMap = {
  activities: [{ name: 'Take', count: 100 }, { name: 'Pick', count: 90 }, { name: 'Correct', count: 20 }, { name: 'Cancel', count: 10 }],
  edges: [edge('Take', 'Pick', 75), edge('Take', 'Correct', 15), edge('Correct', 'Pick', 15), edge('Take', 'Cancel', 5), edge('Pick', 'Correct', 5), edge('Correct', 'Cancel', 5)],
  start: { Take: 100 }, end: { Pick: 90, Cancel: 10 },
};

/** A log's map from random cases: whatever it is, each activity is on a way from the start to the end. */
const anyMap = fc.array(fc.array(fc.constantFrom(...'abcdefghijklmnop'), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 40 }).map((cases): LogMap => {
  const tally = (names: readonly string[]) => names.reduce<Record<string, number>>((t, n) => ({ ...t, [n]: (t[n] ?? 0) + 1 }), {});
  const pairs = cases.flatMap((c) => c.slice(1).map((to, i) => `${c[i]}${to}`));
  return {
    activities: Object.entries(tally(cases.flat())).map(([name, count]) => ({ name, count })),
    edges: Object.entries(tally(pairs)).map(([p, n]) => edge(p[0] ?? '', p[1] ?? '', n)),
    start: tally(cases.map((c) => c[0] ?? '')), end: tally(cases.map((c) => c.at(-1) ?? '')),
  };
});

describe('a process map at some detail', () => {
  it('shows a small log whole, with its starts and ends', () => {
    const shown = atDetail(orders, { paths: 99 });
    expect(shown.nodes.map((n) => n.name)).toEqual(['Take', 'Pick', 'Correct', 'Cancel']);
    expect(shown.edges).toHaveLength(9);
    expect(shown.moves).toBe(1);
    expect(allEdges(orders)[0]).toMatchObject({ from: START, to: 'Take', count: 100 });
  });

  it('keeps the most frequent activities, and says how much of the whole is shown', () => {
    const shown = atDetail(orders, { activities: 2, paths: 0 });
    expect(shown.nodes.map((n) => n.name)).toEqual(['Take', 'Pick']);
    expect(shown.edges.map((e) => [e.from, e.to, e.count])).toEqual([[START, 'Take', 100], ['Pick', END, 90], ['Take', 'Pick', 75]]);
    expect(shown).toMatchObject({ needed: 3, paths: 3, of: { activities: 4, paths: 9 } });
    expect(shown.moves).toBeCloseTo(75 / 120, 12);
  });

  it('leaves no activity of a whole map without a way from the start and to the end, however few paths are asked for', () => {
    fc.assert(fc.property(anyMap, fc.integer({ min: 0, max: 60 }), (map, paths) => {
      const { nodes, edges } = atDetail(map, { activities: 99, paths });
      const spread = (from: string, next: (n: string) => string[]) => { const seen = new Set([from]); for (const n of seen) for (const m of next(n)) seen.add(m); return seen; };
      const ahead = spread(START, (n) => edges.filter((e) => e.from === n).map((e) => e.to));
      const back = spread(END, (n) => edges.filter((e) => e.to === n).map((e) => e.from));
      for (const { name } of nodes) expect(ahead.has(name) && back.has(name)).toBe(true);
    }));
  });

  it('never shows more paths than asked for, beyond those that it needs', () => {
    fc.assert(fc.property(anyMap, fc.integer({ min: 1, max: 16 }), fc.integer({ min: 0, max: 60 }), (map, activities, paths) => {
      const shown = atDetail(map, { activities, paths });
      expect(shown.edges.length).toBe(Math.min(shown.paths, Math.max(paths, shown.needed)));
      expect(new Set(shown.edges).size).toBe(shown.edges.length);
    }));
  });
});

it('says where most time passes before a case is complete, and after it only where nothing else takes time', () => {
  const timed = allEdges({ ...orders, edges: [{ ...edge('Take', 'Pick', 75), sum: 500 }, { ...edge('Pick', 'Correct', 5), sum: 9000 }, { ...edge('Correct', 'Pick', 15), sum: 700 }] });
  const said = (completing: readonly string[]) => { const found = slowest(timed, completing); return found === undefined ? undefined : `${found.from} ${found.to}`; };
  expect([said([]), said(['Pick']), said(['Take', 'Pick', 'Correct'])]).toEqual(['Pick Correct', 'Correct Pick', 'Pick Correct']);
  expect(slowest(allEdges({ ...orders, edges: [] }), [])).toBeUndefined();
});
