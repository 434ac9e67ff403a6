import type { VariantLog } from '../models/index.ts';
import type { Aligned } from './align-here.ts';

/** One way in which cases leave a model. */
export interface Deviation {
  /** `skipped`: the model wanted the activity and the case did not do it; `extra`: the case did it where the model does not. */
  readonly kind: 'skipped' | 'extra';
  readonly activity: string;
  /** The activity that the case did last before; null at its start. */
  readonly after: string | null;
  readonly cases: number;
  /** Times in all cases together. */
  readonly times: number;
  /** The variants, by their position in the log, those of most cases first. */
  readonly variants: readonly number[];
}

/** A deviation of one variant; `at` is the number of events before it. */
export interface VariantDeviation extends Pick<Deviation, 'kind' | 'activity' | 'after'> {
  readonly at: number;
}

/** What a variant leaves out and does besides, in order. */
export function deviationsOfVariant(log: VariantLog, { moves, labels }: Pick<Aligned, 'moves' | 'labels'>, variant: number): VariantDeviation[] {
  const pairs = moves[variant];
  if (pairs === null || pairs === undefined) return [];
  const names = Array.from(log.sequences[variant]!, (a) => log.activities[a]!);
  const found: VariantDeviation[] = [];
  let at = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const [event, label] = [pairs[i]!, pairs[i + 1]!];
    const after = names[at - 1] ?? null;
    if (event < 0) found.push({ kind: 'skipped', activity: labels[label]!, after, at });
    else if (label < 0) found.push({ kind: 'extra', activity: names[event]!, after, at });
    if (event >= 0) at = event + 1;
  }
  return found;
}

/**
 * The deviations of a log from a model as its alignments found them, those of most cases first.
 * @example deviationsOf(log, alignHere(net, log)) // [{ kind: 'skipped', activity: 'b', after: 'a', cases: 2, times: 2, variants: [0] }]
 */
export function deviationsOf(log: VariantLog, aligned: Pick<Aligned, 'moves' | 'labels'>): Deviation[] {
  const sums = new Map<string, { first: VariantDeviation; cases: number; times: number; variants: number[] }>();
  for (const [v, n] of log.counts.entries()) {
    if (n === 0) continue;
    for (const d of deviationsOfVariant(log, aligned, v)) {
      const key = JSON.stringify([d.kind, d.activity, d.after]);
      const sum = sums.get(key) ?? { first: d, cases: 0, times: 0, variants: [] };
      sums.set(key, sum);
      sum.times += n;
      if (sum.variants.at(-1) === v) continue;
      sum.cases += n;
      sum.variants.push(v);
    }
  }
  return [...sums.values()].map(({ first: { kind, activity, after }, cases, times, variants }) => ({ kind, activity, after, cases, times, variants: variants.sort((a, b) => log.counts[b]! - log.counts[a]! || a - b) }))
    .sort((a, b) => b.cases - a.cases || b.times - a.times || byText(`${a.kind}${a.activity}${a.after ?? ''}`, `${b.kind}${b.activity}${b.after ?? ''}`));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
