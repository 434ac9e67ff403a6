import { calibration } from './model.ts';

/** How often a person did a kind of work. */
export interface Doing {
  readonly kind: number;
  readonly resource: number;
  readonly n: number;
}

/** Who belongs to what pool, and what pool does what kind of work. */
export interface Pooling {
  readonly pools: number;
  readonly poolOfKind: ReadonlyMap<number, number>;
  readonly poolOfResource: ReadonlyMap<number, number>;
}

const mostCompared = 200;

/**
 * Groups kinds of work by who does them: two belong together where the same people do much of both (shares of each, summed over people, the
 * smaller of the two); people belong where they do most. Of more kinds than 200, the rarer ones go where their people are.
 */
export function poolsOf(doings: readonly Doing[]): Pooling {
  const shares = sharesOf(doings);
  const kinds = [...shares.keys()].sort((a, b) => shares.get(b)!.total - shares.get(a)!.total || a - b);
  const root = new Map(kinds.map((k) => [k, k]));
  const find = (k: number): number => (root.get(k) === k ? k : find(root.get(k)!));
  const compared = kinds.slice(0, mostCompared);
  compared.forEach((a, i) => {
    for (const b of compared.slice(0, i)) if (overlap(shares.get(a)!, shares.get(b)!) >= calibration.samePool) root.set(find(a), find(b));
  });
  const poolOfResource = mainly(doings.filter((d) => compared.includes(d.kind)), (d) => find(d.kind));
  const poolOfRare = mainly(doings.map((d) => ({ resource: d.kind, n: d.n, kind: poolOfResource.get(d.resource) ?? -1 })).filter((d) => d.kind >= 0), (d) => d.kind);
  const numbers = new Map<number, number>();
  const number = (r: number) => numbers.get(r) ?? (numbers.set(r, numbers.size), numbers.size - 1);
  const poolOfKind = new Map(kinds.flatMap((k, i) => (i < mostCompared ? [[k, number(find(k))] as const] : poolOfRare.has(k) ? [[k, number(poolOfRare.get(k)!)] as const] : [])));
  return { pools: numbers.size, poolOfKind, poolOfResource: new Map([...poolOfResource].map(([r, p]) => [r, number(p)])) };
}

interface Shares { readonly of: Map<number, number>; total: number }

function sharesOf(doings: readonly Doing[]): Map<number, Shares> {
  const out = new Map<number, Shares>();
  for (const { kind, resource, n } of doings) {
    const s = out.get(kind) ?? { of: new Map<number, number>(), total: 0 };
    s.of.set(resource, (s.of.get(resource) ?? 0) + n);
    s.total += n;
    out.set(kind, s);
  }
  return out;
}

function overlap(a: Shares, b: Shares): number {
  let sum = 0;
  for (const [resource, n] of a.of) sum += Math.min(n / a.total, (b.of.get(resource) ?? 0) / b.total);
  return sum;
}

/** For each resource, the group of which it did most. */
function mainly(doings: readonly Doing[], groupOf: (d: Doing) => number): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const d of doings) {
    const of = counts.get(d.resource) ?? new Map<number, number>();
    of.set(groupOf(d), (of.get(groupOf(d)) ?? 0) + d.n);
    counts.set(d.resource, of);
  }
  return new Map([...counts].map(([r, of]) => [r, [...of].reduce((best, x) => (x[1] > best[1] ? x : best))[0]]));
}
