import type { PetriNet } from './petri-net.ts';

/** What can happen at most: as if tokens were never used up and one were enough. What is not in it can never happen. */
export function startable(net: PetriNet): { places: Set<number>; transitions: Set<number> } {
  const places = new Set(net.initial);
  const transitions = new Set<number>();
  const lacking = net.transitions.map((t) => new Set(t.inputs).size);
  const uses: number[][] = net.places.map(() => []);
  for (const [i, t] of net.transitions.entries()) for (const p of new Set(t.inputs)) uses[p]!.push(i);
  const fire = (i: number) => {
    transitions.add(i);
    for (const p of net.transitions[i]!.outputs) places.add(p);
  };
  for (const [i, n] of lacking.entries()) if (n === 0) fire(i);
  // A set that grows while it is walked through.
  for (const p of places) for (const i of uses[p]!) if (--lacking[i]! === 0) fire(i);
  return { places, transitions };
}
