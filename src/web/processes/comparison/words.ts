import type { Get } from '../../api/types.ts';
import { count, duration } from '../../ui/format.ts';

export type Comparison = Get<'/event-logs/{id}/compare'>;
export type Side = Comparison['sides'][number];
type Parting = Comparison['partings'][number];

/** What a side is called: variants by letters, filters by what they are. */
export function nameOf({ by }: Pick<Comparison, 'by'>, n: number): string {
  return by === 'filters' ? (n === 0 ? 'In view' : 'All cases') : 'ABCD'.charAt(n);
}

/** How long half of the cases take on each side from their first event until they are complete, the longest first; sides without a complete case are left out. */
export function answer(found: Comparison): string {
  const known = found.sides.flatMap((s, n) => (s.elapsed === null ? [] : [{ name: nameOf(found, n), n: s.elapsed.n, median: s.elapsed.median }])).sort((x, y) => y.median - x.median);
  const [longest, ...others] = known;
  if (longest === undefined || others.length === 0) return 'There are too few complete cases to compare how long they take.';
  const side = ({ name }: { readonly name: string }) => (found.by === 'filters' ? (name === 'In view' ? 'the cases in view' : 'all cases') : name);
  return `From the first event until ${found.ends.length === 0 ? 'the last' : found.ends.map((e) => `“${e}”`).join(' or ')}, half of ${side(longest)} take more than ${duration(longest.median)}; of ${others.map((s) => `${side(s)} more than ${duration(s.median, longest.median)}`).join(', of ')}.`;
}

const list = (activities: readonly string[]) => activities.map((a) => `“${a}”`).join(', ');
const MOST = 4;

/**
 * Where ways part, in a sentence.
 * @example partingWords({ after: 'a', before: 'd', ways: [['b'], []] }) // 'After “a”: A does “b”; B goes straight on to “d”.'
 */
export function partingWords({ after, before, ways }: Parting): string {
  const way = (w: readonly string[]) => (w.length > 0 ? `does ${list(w.slice(0, MOST))}${w.length > MOST ? ` and ${count(w.length - MOST)} more` : ''}` : before === null ? (after === null ? 'does nothing else' : 'ends there') : after === null ? `begins with “${before}”` : `goes straight on to “${before}”`);
  const same = new Map<string, string[]>();
  ways.forEach((w, n) => same.set(way(w), [...(same.get(way(w)) ?? []), 'ABCD'.charAt(n)]));
  return `${after === null ? 'At the beginning' : `After “${after}”`}: ${[...same].map(([words, sides]) => `${sides.join(' and ')} ${sides.length > 1 ? words.replace(/^does nothing/, 'do nothing').replace(/^does/, 'do').replace(/^goes/, 'go').replace(/^ends/, 'end').replace(/^begins/, 'begin') : words}`).join('; ')}.`;
}
