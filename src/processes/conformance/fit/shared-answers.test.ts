import { expect, test } from 'vitest';
import { SharedAnswers } from './shared-answers.ts';

const held = <T>() => { let give!: (value: T) => void; const promise = new Promise<T>((resolve) => { give = resolve; }); return { promise, give }; };

test('readers who ask for the same wait for one answer; it is kept, and the oldest goes', async () => {
  const answers = new SharedAnswers<number>(2);
  let made = 0;
  const ask = async (key: string) => answers.of(key, undefined, async () => ++made);
  expect(await Promise.all([ask('a'), ask('a')])).toEqual([1, 1]);
  expect([await ask('b'), await ask('a'), await ask('c'), await ask('a'), await ask('b')]).toEqual([2, 1, 3, 1, 4]);
});

test('the work ends when the last reader has gone, not before; what failed is tried again', async () => {
  const answers = new SharedAnswers<string>(2);
  const { promise, give } = held<string>();
  const seen: AbortSignal[] = [];
  const work = async (signal: AbortSignal) => { seen.push(signal); return promise; };
  const [one, two] = [new AbortController(), new AbortController()];
  const asked = [answers.of('k', one.signal, work), answers.of('k', two.signal, work)];
  one.abort();
  await expect(asked[0]).rejects.toMatchObject({ code: 'cancelled' });
  expect([seen.length, seen[0]!.aborted]).toEqual([1, false]);
  two.abort();
  await expect(asked[1]).rejects.toMatchObject({ code: 'cancelled' });
  expect(seen[0]!.aborted).toBe(true);
  const again = answers.of('k', undefined, work);
  give('done');
  expect([await again, seen.length]).toEqual(['done', 2]);
  await expect(answers.of('bad', undefined, async () => { throw new Error('no'); })).rejects.toThrow('no');
  expect(await answers.of('bad', undefined, async () => 'now')).toBe('now');
});
