import type { PetriNet, VariantLog } from '../models/index.ts';
import { alignHere } from './align-here.ts';
import { type Deviation, deviationsOf } from './deviations.ts';
import { type Fitness, fitnessOf } from './fitness.ts';
import { replay, replayFitnessOf } from './replay.ts';

/** How well a log fits a model, and which of its variants keep to it or leave it where. */
export interface Fit {
  readonly fitness: Fitness;
  /** Variants that fit, by their position in the log. */
  readonly keeping: Int32Array;
  /** Variants that do not. Those in neither are not known yet. */
  readonly leaving: Int32Array;
  /** In replay none are told: missing tokens do not say what was left out. */
  readonly deviations: readonly Deviation[];
}

/**
 * Compares a log with a model.
 * @throws Problem as `alignHere` does.
 * @example fitHere(netOfTree(parseTree("->( 'a', 'b' )")), variantLogOf([['a']]), 'alignments').deviations.length // 1
 */
export function fitHere(net: PetriNet, log: VariantLog, method: Fitness['method'], stop: () => boolean = () => false): Fit {
  const variants = (which: (i: number) => boolean) => Int32Array.from(log.sequences.keys()).filter(which);
  if (method === 'replay') {
    const replayed = replay(net, log, stop);
    const deviates = (i: number) => replayed.tokens[i]!.missing + replayed.tokens[i]!.remaining > 0;
    return { fitness: replayFitnessOf(log, replayed), keeping: variants((i) => !deviates(i)), leaving: replayed.exact ? variants(deviates) : new Int32Array(), deviations: [] };
  }
  const aligned = alignHere(net, log, stop);
  return { fitness: fitnessOf(log, aligned), keeping: variants((i) => aligned.costs[i]!.upper === 0), leaving: variants((i) => aligned.costs[i]!.lower > 0), deviations: deviationsOf(log, aligned) };
}
