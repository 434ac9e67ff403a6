import { problem } from '../../platform/errors/index.ts';
import type { PetriNet, VariantLog } from '../models/index.ts';
import { Aligner, type Cost, type Effort, type Moves } from './aligner.ts';
import { explore, type ExploreLimits, EXPLORE_LIMITS, type StateGraph } from './state-graph.ts';

/** What is known of the alignments of some variants with a model; of each the cost, and moves of the one found where it costs something. */
export interface Aligned {
  /** Visible steps of the shortest run of the model. */
  readonly shortest: Cost;
  readonly costs: readonly Cost[];
  /** Null where there is nothing to tell: the variant fits, or time was up before an alignment was found. */
  readonly moves: readonly (Moves | null)[];
  /** Labels that the moves speak of. */
  readonly labels: readonly string[];
}

/** First what fits, which is quick however many states there are; then a few states at each event, since few mostly do; in the end all. */
const EFFORTS: readonly Effort[] = [{ width: 1024, cost: 0 }, ...[8, 64, 1024, Infinity].map((width) => ({ width, cost: Infinity }))];

const RELAXED_EFFORT: Effort = { width: 64, cost: Infinity };

/**
 * Optimal alignments of a log's variants: a log move and a model move cost one, a step of both and a silent step nothing. Where `stop` or
 * the size of the model ends it, bounds.
 * @throws Problem `bad-input` where no run of the model reaches its end, `too-large` where none was found in as much of it as can be looked at,
 * `too-long` where time ended before.
 * @example alignHere(netOfTree(parseTree("->( 'a', 'b' )")), variantLogOf([['a']])).costs // [{ lower: 1, upper: 1 }]
 */
export function alignHere(net: PetriNet, log: VariantLog, stop: () => boolean = () => false, limits: ExploreLimits = EXPLORE_LIMITS): Aligned {
  const { graph, relaxed } = explore(net, limits, stop);
  if (graph === null) throw relaxed !== null && stop() ? noTime(net) : noWay(net, relaxed !== null, limits);
  const aligner = new Aligner(graph);
  const order = sortedOrder(log.sequences);
  const sequences = labelled(log, graph);
  const { shortest } = aligner;
  const costs: Cost[] = sequences.map((s) => roughCost(s, shortest));
  const moves: (Moves | null)[] = sequences.map(() => null);
  let open = order;
  for (const effort of EFFORTS) {
    if (open.length === 0 || stop()) break;
    for (const i of open) {
      const found = aligner.cost(sequences[i]!, effort, stop);
      if (found === null && stop()) break;
      if (found === null) continue;
      if (found.upper > 0 && found.upper < Infinity && (found.upper < costs[i]!.upper || moves[i] === null)) moves[i] = aligner.moves();
      costs[i] = { lower: Math.max(costs[i]!.lower, found.lower), upper: Math.min(costs[i]!.upper, found.upper) };
    }
    open = open.filter((i) => costs[i]!.lower < costs[i]!.upper || (costs[i]!.upper > 0 && moves[i] === null));
  }
  if (relaxed === null) return { shortest: { lower: shortest, upper: shortest }, costs, moves, labels: graph.labels };
  const below = lowerBounds(relaxed, log, order, stop);
  return { shortest: { lower: below.shortest, upper: shortest }, costs: costs.map((c, i) => ({ lower: Math.min(below.lower[i]!, c.upper), upper: c.upper })), moves, labels: graph.labels };
}

/** What the states that were not looked at could at best change. */
function lowerBounds(relaxed: StateGraph, log: VariantLog, order: readonly number[], stop: () => boolean): { shortest: number; lower: number[] } {
  const aligner = new Aligner(relaxed);
  const sequences = labelled(log, relaxed);
  const lower = sequences.map(() => 0);
  for (const i of order) lower[i] = aligner.cost(sequences[i]!, RELAXED_EFFORT, stop)?.lower ?? 0;
  return { shortest: aligner.shortest, lower };
}

function labelled(log: VariantLog, graph: StateGraph): Int32Array[] {
  const labels = new Map(graph.labels.map((l, i) => [l, i]));
  const codes = log.activities.map((a) => labels.get(a) ?? -1);
  return log.sequences.map((s) => s.map((a) => codes[a]!));
}

/** Before anything is searched: unknown activities are extra, a run has its shortest length; at most all is extra and all of a run is skipped. */
function roughCost(sequence: Int32Array, shortest: number): Cost {
  const unknown = sequence.reduce((n, l) => n + (l < 0 ? 1 : 0), 0);
  return { lower: unknown + Math.max(0, shortest - (sequence.length - unknown)), upper: sequence.length + shortest };
}

/** Variants in the order of their sequences, so that those which begin alike are neighbours. */
export function sortedOrder(sequences: readonly Int32Array[]): number[] {
  return sequences.map((_, i) => i).sort((i, j) => {
    const [a, b] = [sequences[i]!, sequences[j]!];
    const most = Math.min(a.length, b.length);
    for (let k = 0; k < most; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
    return a.length - b.length;
  });
}

const sizeOf = (net: PetriNet) => `${net.places.length} places, ${net.transitions.length} steps`;

function noTime(net: PetriNet): Error {
  return problem('too-long', { detail: 'Time ended before a way from the start of this model to its end was found', value: sizeOf(net), wanted: 'more time, or a smaller model' });
}

function noWay(net: PetriNet, unfinished: boolean, limits: ExploreLimits): Error {
  const size = sizeOf(net);
  return unfinished
    ? problem('too-large', { detail: 'The model has more states than can be looked at, and no way to its end was found among them', value: size, wanted: `a model that ends within ${limits.states} states` })
    : problem('bad-input', { detail: 'No case can get from the start of this model to its end', value: size, wanted: 'a model with a way from its start to its end that leaves nothing behind' });
}
