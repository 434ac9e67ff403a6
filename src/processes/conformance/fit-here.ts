import type { PetriNet, VariantLog } from '../models/index.ts';
import { type Aligned, alignHere } from './align-here.ts';
import { type Deviation, deviationsOf } from './deviations.ts';
import { type Fitness, fitnessOf } from './fitness.ts';
import { replay, replayFitnessOf } from './replay.ts';

/** How a log is to be compared. */
export interface FitWanted {
  readonly fit: Fitness['method'];
  /** Of the cases of each variant those to which nothing more will happen; absent: all. */
  readonly settled?: readonly number[] | undefined;
}

/** How well a log fits a model, and which of its variants keep to it or leave it where. */
export interface Fit {
  readonly fitness: Fitness;
  /** Variants that fit, by their position in the log. */
  readonly keeping: Int32Array;
  /** Variants that do not. Those in neither are not known yet. */
  readonly leaving: Int32Array;
  /** Variants at whose end the model expects more: only their settled cases are in any figure. */
  readonly expecting: Int32Array;
  /** In replay none are told: missing tokens do not say what was left out. */
  readonly deviations: readonly Deviation[];
}

/**
 * Compares a log with a model. What a case has not done at its end, and may still do, is not counted against it: it is left out.
 * @throws Problem as `alignHere` does.
 * @example fitHere(netOfTree(parseTree("->( 'a', 'b' )")), variantLogOf([['a']]), { fit: 'alignments' }).deviations.length // 1
 */
export function fitHere(net: PetriNet, log: VariantLog, { fit: method, settled }: FitWanted, stop: () => boolean = () => false): Fit {
  const all = Int32Array.from(log.sequences.keys());
  const told = (expecting: Int32Array, fitness: (of: VariantLog) => Fitness, keeps: (i: number) => boolean, leaves: (i: number) => boolean, deviations: (of: VariantLog) => readonly Deviation[]): Fit => {
    const counts = [...log.counts];
    if (settled !== undefined) for (const i of expecting) counts[i] = settled[i]!;
    const [of, counted] = [{ ...log, counts }, all.filter((i) => counts[i]! > 0)];
    return { fitness: fitness(of), keeping: counted.filter(keeps), leaving: counted.filter(leaves), expecting, deviations: deviations(of) };
  };
  if (method === 'replay') {
    const replayed = replay(net, log, stop);
    const deviates = (i: number) => replayed.tokens[i]!.missing + replayed.tokens[i]!.remaining > 0;
    // Tokens do not say at which end of a case something is missing.
    return told(all.filter(deviates), (of) => replayFitnessOf(of, replayed), (i) => !deviates(i), (i) => replayed.exact && deviates(i), () => []);
  }
  const aligned = alignHere(net, log, stop);
  return told(all.filter((i) => expectsMore(aligned, i)), (of) => fitnessOf(of, aligned), (i) => aligned.costs[i]!.upper === 0, (i) => aligned.costs[i]!.lower > 0, (of) => deviationsOf(of, aligned));
}

/** Whether the model has steps behind the last one that it and the variant both did. */
function expectsMore({ moves }: Pick<Aligned, 'moves'>, variant: number): boolean {
  const pairs = moves[variant] ?? [];
  for (let i = pairs.length - 2; i >= 0; i -= 2) {
    if (pairs[i]! < 0) return true;
    if (pairs[i + 1]! >= 0) return false;
  }
  return false;
}
