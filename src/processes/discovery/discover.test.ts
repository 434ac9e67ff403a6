import { expect, test } from 'vitest';
import { treeText, variantLogOf } from '../models/index.ts';
import { discoverTree, inductiveTree } from './index.ts';

/** Cases of random steps, the same each time. */
function randomLog(cases: number, length: number, activities: number) {
  let seed = 7;
  const next = (n: number) => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed % n; };
  return variantLogOf(Array.from({ length: cases }, () => Array.from({ length }, () => `activity ${next(activities)}`)));
}

test('a thread finds the same model as is found here', async () => {
  expect(treeText(await discoverTree(variantLogOf([['a', 'b']]), 0.2))).toBe("->( 'a', 'b' )");
  const log = randomLog(400, 40, 70);
  expect(treeText(await discoverTree(log, 0.2))).toBe(treeText(inductiveTree(log, { noise: 0.2 })));
});

test('ten thousand activities and a case of a hundred thousand events are answered while others are served', async () => {
  let served = 0;
  const others = setInterval(() => { served++; }, 10);
  const wide = await discoverTree(variantLogOf([Array.from({ length: 10_000 }, (_, i) => `activity ${i}`)]), 0.2);
  const long = await discoverTree(variantLogOf([Array.from({ length: 100_000 }, (_, i) => `activity ${(i * i) % 17}`)]), 0);
  clearInterval(others);
  expect(treeText(wide).match(/activity/g)?.length).toBe(10_000);
  expect(treeText(long)).toContain('activity 4');
  expect(served).toBeGreaterThan(10);
});

test('past the time limit, or when nobody waits any more, the search ends with a clear problem', async () => {
  const log = randomLog(3_000, 60, 3_000);
  await expect(discoverTree(log, 0.2, { seconds: 0.05 })).rejects.toMatchObject({ code: 'too-long', detail: 'Finding a model of these cases takes too long' });
  const gone = new AbortController();
  const asked = discoverTree(log, 0.2, { signal: gone.signal });
  setTimeout(() => gone.abort(), 20);
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  await expect(discoverTree(log, 0.2, { signal: gone.signal })).rejects.toMatchObject({ code: 'cancelled' });
  await expect(discoverTree(log, 2)).rejects.toMatchObject({ code: 'bad-input' });
});
