import { calibration } from './model.ts';

/** How often one activity directly follows another, and how often it is then followed by the first again. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly n: number;
  readonly back: number;
}

const least = 5;

/**
 * Pairs of activities that happen in any order: both orders are frequent, and they do not alternate (a, b, a is a loop).
 * @example sideBySide([{ a: 0, b: 1, n: 9, back: 0 }, { a: 1, b: 0, n: 8, back: 0 }]) // [[0, 1]]
 */
export function sideBySide(pairs: readonly Pair[]): [number, number][] {
  const of = new Map(pairs.map((p) => [`${p.a} ${p.b}`, p]));
  return pairs.flatMap(({ a, b, n, back }): [number, number][] => {
    const other = of.get(`${b} ${a}`);
    if (a >= b || other === undefined || Math.min(n, other.n) < least) return [];
    const both = n + other.n;
    return Math.abs(n - other.n) / both < calibration.sideBySide && (back + other.back) / both < 0.25 ? [[a, b]] : [];
  });
}

/** For each activity, those that it may happen beside. */
export function besides(pairs: readonly (readonly [number, number])[]): Map<number, Set<number>> {
  const of = new Map<number, Set<number>>();
  for (const [a, b] of [...pairs, ...pairs.map(([x, y]) => [y, x] as const)]) of.set(a, (of.get(a) ?? new Set()).add(b));
  return of;
}

/**
 * For each step of a route, the place of the step that it waits for: the last before it that does not happen beside it; −1 for none.
 * @example waitsFor([0, 1, 2], besides([[1, 2]])) // [-1, 0, 0]
 */
export function waitsFor(route: ArrayLike<number>, beside: ReadonlyMap<number, ReadonlySet<number>>): number[] {
  return Array.from({ length: route.length }, (_, i) => {
    const others = beside.get(route[i]!);
    let before = i - 1;
    while (before >= 0 && others?.has(route[before]!) === true) before--;
    return before;
  });
}
