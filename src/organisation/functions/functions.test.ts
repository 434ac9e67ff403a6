import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { functionKind } from './kind.ts';
import { ancestorCycles } from './model.ts';

test('a function that is its own ancestor is an error that names the way round', () => {
  expect(ancestorCycles(new Map([['a', 'b'], ['b', 'a'], ['c', 'a']]))).toEqual([['a', 'b']]);
  expect(ancestorCycles(new Map([['x', 'x'], ['b', 'c'], ['c', 'd'], ['d', 'b'], ['top', undefined], ['low', 'top']]))).toEqual([['x'], ['b', 'c', 'd']]);
  const f = (id: string, parent?: string) => ({ id, body: { name: id, criticality: 'standard' as const, ...(parent === undefined ? {} : { parent }) } });
  expect(functionKind.check([f('sell'), f('pick', 'pack'), f('pack', 'pick')])).toEqual([
    { level: 'error', kind: 'function', id: 'pack', path: ['parent'], detail: 'A function is its own ancestor', value: 'pack → pick → pack', wanted: 'a tree: no function above itself' },
  ]);
});

test('there is a cycle exactly where following parents never ends', () => {
  const id = fc.integer({ min: 0, max: 7 }).map(String);
  fc.assert(fc.property(fc.array(fc.option(id, { nil: undefined }), { minLength: 8, maxLength: 8 }), (list) => {
    const parents = new Map(list.map((p, i) => [String(i), p]));
    const endless = [...parents.keys()].filter((start) => {
      let at: string | undefined = start;
      for (let step = 0; step < 9 && at !== undefined; step++) at = parents.get(at);
      return at !== undefined;
    });
    const cycles = ancestorCycles(parents);
    expect(cycles.length > 0).toBe(endless.length > 0);
    for (const cycle of cycles) cycle.forEach((member, i) => expect(parents.get(member)).toBe(cycle[(i + 1) % cycle.length]));
    expect(new Set(cycles.flat()).size).toBe(cycles.flat().length);
  }));
});
