import type { PetriNet } from './petri-net.ts';
import { startable } from './startable.ts';
import { type Walked, walkMarkings } from './walk-markings.ts';

/** What is odd about a model; with `serious` no case can be compared with it. */
export interface ModelFinding {
  readonly kind: 'never-ends' | 'never-happens' | 'piles-up' | 'dead-end' | 'left-over' | 'not-all-seen' | 'no-activity';
  readonly serious: boolean;
  /** A sentence. */
  readonly detail: string;
}

/** States looked at, and tokens in all of them together: within a tenth of a second. */
export interface SoundnessLimits { readonly states: number; readonly tokens: number }
export const SOUNDNESS_LIMITS: SoundnessLimits = { states: 5_000, tokens: 200_000 };

const NAMED = 10;

/**
 * Whether a net is sound (van der Aalst 1998): its end can be reached from everywhere and leaves nothing behind, and every part can happen.
 * What cannot happen even if no token were ever used up is told of nets of any size, the rest where all states are seen within the limits.
 * @example soundnessOf(parseModel("->( 'a', 'b' )")) // []
 */
export function soundnessOf(net: PetriNet, limits: SoundnessLimits = SOUNDNESS_LIMITS): ModelFinding[] {
  const findings: ModelFinding[] = [];
  const found = (kind: ModelFinding['kind'], detail: string, serious = false) => findings.push({ kind, serious, detail });
  if (!net.transitions.some((t) => t.label !== null)) found('no-activity', 'The model has no activity with a name.');
  const possible = startable(net);
  const walked = walkMarkings(net, limits);
  const dead = net.transitions.filter((_, i) => (walked.all ? !walked.fired.has(i) : !possible.transitions.has(i)));
  if (dead.length > 0) found('never-happens', `${dead.length === 1 ? 'One part' : `${dead.length} parts`} of the model can never happen: ${named(dead.map((t) => t.label ?? t.id))}.`);
  if (!net.final.every((p) => possible.places.has(p)) || (walked.all && !walked.ends)) found('never-ends', walked.leftOver === null ? 'No case can ever come to its end in this model.' : `Every case leaves a part of the model open at its end: ${afterSteps(walked.leftOver)} for example. What runs side by side has to be joined before the end.`, true);
  else if (walked.all) left(walked, found);
  if (walked.pilesUp !== null) found('piles-up', `Work can pile up in the model without end: ${afterSteps(walked.pilesUp)}, the same can begin again and again before it is finished.`);
  else if (!walked.all) found('not-all-seen', `The model has more than ${limits.states.toLocaleString('en-GB')} states: whether every case can come to an end was not looked at in all of them.`);
  return findings;
}

function left(walked: Walked, found: (kind: ModelFinding['kind'], detail: string) => void): void {
  if (walked.stuck !== null) found('dead-end', `Some ways through the model never come to an end: ${afterSteps(walked.stuck)} for example.`);
  if (walked.leftOver !== null) found('left-over', `A case can end while a part of it is still open: ${afterSteps(walked.leftOver)} for example.`);
}

function afterSteps(steps: readonly string[]): string {
  return steps.length === 0 ? 'at once' : `after ${named(steps)}`;
}

function named(names: readonly string[]): string {
  const all = [...new Set(names)];
  return `${all.slice(0, NAMED).map((n) => `“${n}”`).join(', ')}${all.length > NAMED ? ` and ${all.length - NAMED} more` : ''}`;
}
