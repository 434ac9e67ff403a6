import { drawInteger, seededRandom, shuffled } from '../../../maths/random/index.ts';

/** Logs of `n` activities that are hard in different ways; one of them is a single case of ten times as many events. */
export function largeLogs(n: number): Record<string, string[][]> {
  const random = seededRandom(1);
  const names = Array.from({ length: n }, (_, i) => `step ${i}`);
  return {
    'one after another': [names],
    'in any order': Array.from({ length: 10 }, () => shuffled(random, names)),
    'each alone in its case': names.map((name) => [name]),
    'few of them in one long case': [Array.from({ length: 10 * n }, () => names[drawInteger(random, 30)]!)],
    'each case one longer': Array.from({ length: 300 }, (_, i) => names.slice(0, i)),
  };
}
