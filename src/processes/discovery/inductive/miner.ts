import { problem } from '../../../platform/errors/index.ts';
import { activity, type ProcessTree, silent, type VariantLog } from '../../models/index.ts';
import { type Cut, findCut } from './cuts.ts';
import { type Budget, concurrentActivity, oncePerTrace, repeated } from './fall-through.ts';
import { fold } from './fold.ts';
import { followsOf, withoutRare } from './follows.ts';
import { splitLog } from './split.ts';
import { type Traces, tracesOf } from './traces.ts';

/** How a model is to be found. */
export interface InductiveOptions {
  /** Share from 0 to 1: pairs at most so many times as frequent as the most frequent after the same activity are left aside. 0 leaves nothing aside. */
  readonly noise?: number | undefined;
  /** Called often while it works; what it throws ends the work. */
  readonly check?: (() => void) | undefined;
}

// Logs of thousands of activities could cost hours: beyond these bounds, far beyond what real logs need, what is left becomes more general, never wrong.
/** Steps spent on looking for an activity beside all others. */
const SEARCH = 50_000_000;
/** Steps in all, for each event of each variant and on top. */
const EACH = 40, ON_TOP = 10_000_000;
/** Blocks inside one another. */
const DEEPEST = 150;

interface Work {
  readonly log: VariantLog;
  readonly noise: number;
  readonly check: () => void;
  readonly budget: Budget;
}

/**
 * The process tree that the inductive miner finds: IM for noise 0, which accepts every trace of the log, else IMf (Leemans, Fahland,
 * van der Aalst 2013, 2014). Costs depend on the variants, not on events or cases; the same log gives the same tree.
 * @throws Problem `bad-input` for a log without cases or a noise outside 0 to 1.
 * @example treeText(inductiveTree(variantLogOf([['a', 'b', 'c'], ['a', 'c', 'b']]))) // "->( 'a', +( 'b', 'c' ) )"
 */
export function inductiveTree(log: VariantLog, { noise = 0, check = () => {} }: InductiveOptions = {}): ProcessTree {
  if (!(noise >= 0 && noise <= 1)) throw problem('bad-input', { detail: 'This is no share of noise', value: String(noise), wanted: 'a number from 0 to 1' });
  if (log.counts.length === 0) throw problem('bad-input', { detail: 'There is no case to find a model of', wanted: 'a log, or a filter, with at least one case' });
  const traces = tracesOf(log);
  return mine({ log, noise, check, budget: { search: SEARCH, all: EACH * traces.symbols.length + ON_TOP } }, traces, 0);
}

function mine(work: Work, all: Traces, depth: number): ProcessTree {
  work.check();
  const empty = emptyOf(all);
  if (all.activities.length === 0) return silent;
  const traces = empty === 0 ? all : withoutEmpty(all);
  const tree = mineFull(work, traces, depth);
  return empty > work.noise * all.counts.reduce((a, b) => a + b, 0) ? fold('choice', [silent, tree]) : tree;
}

function mineFull(work: Work, traces: Traces, depth: number): ProcessTree {
  const { activities } = traces;
  const leaf = (a: number) => activity(work.log.activities[activities[a]!]!);
  if (activities.length === 1 && traces.symbols.length === 1) return leaf(0);
  const flower = () => fold('loop', [silent, fold('choice', Array.from(activities.keys(), leaf))]);
  work.budget.all -= traces.symbols.length + activities.length;
  if (depth >= DEEPEST || work.budget.all < 0) return flower();
  const inner = (kind: Cut['kind'], parts: readonly Traces[]) => fold(kind, parts.map((part) => mine(work, part, depth + 1)));
  const follows = followsOf(traces);
  const cut = findCut(follows) ?? (work.noise > 0 ? findCut(withoutRare(follows, work.noise)) : null);
  if (cut !== null) return inner(cut.kind, splitLog(traces, cut));
  const apart = (activities.length > 1 ? oncePerTrace(traces) : null) ?? concurrentActivity(traces, follows, work.budget);
  if (apart !== null) return inner('parallel', splitLog(traces, { kind: 'parallel', groups: [[apart], [...activities.keys()].filter((a) => a !== apart)] }));
  const pieces = repeated(traces, follows, true) ?? repeated(traces, follows, false);
  return pieces === null ? flower() : fold('loop', [mine(work, pieces, depth + 1), silent]);
}

function emptyOf({ ends, counts }: Traces): number {
  return counts.reduce((sum, count, t) => (ends[t] === ends[t + 1] ? sum + count : sum), 0);
}

function withoutEmpty({ activities, symbols, ends, counts }: Traces): Traces {
  const kept = [...counts.keys()].filter((t) => ends[t] !== ends[t + 1]);
  return { activities, symbols, ends: Int32Array.from([0, ...kept.map((t) => ends[t + 1]!)]), counts: Float64Array.from(kept, (t) => counts[t]!) };
}
