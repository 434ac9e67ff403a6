import type { DraftNet } from './reduce-net.ts';

/** At which flows into end events the cases of a process end. */
export interface Ends {
  /** Each way in which a case can end: the flows that hold a token then, one each. None of them holds all of another. */
  readonly together: readonly (readonly number[])[];
  /** Flows of which it cannot be told when a case has ended, and why. */
  readonly unclear: { readonly why: 'again' | 'more-or-fewer'; readonly flows: readonly number[] } | null;
}

/** Markings that are looked at, tokens of one, and ways to end that are told. */
const MOST = { markings: 5_000, tokens: 200, ways: 1_000 };

/**
 * At which of these flows a case ends, found by walking through the net of a BPMN process: a case is over when no token can move (BPMN 2.0,
 * section 13.2). Only one choice is followed at a time, which in a net of free choices leaves out no dead marking (Valmari 1991). Null where
 * that is too much to look at.
 * @example endsOf({ places: 4, transitions: [{ label: null, inputs: [0], outputs: [2, 3] }] }, 0, [2, 3])!.together // [[2, 3]]
 */
export function endsOf({ places, transitions }: DraftNet, source: number, flows: readonly number[]): Ends | null {
  const onward: number[][] = Array.from({ length: places }, () => []);
  for (const [i, { inputs }] of transitions.entries()) for (const p of inputs) onward[p]!.push(i);
  const isEnd = new Set(flows);
  const found = new Map<string, number[]>();
  const seen = new Set([String(source)]);
  const open = [[source]];
  for (let marking = open.pop(); marking !== undefined; marking = open.pop()) {
    const twice = marking.find((p, i) => isEnd.has(p) && marking!.indexOf(p) < i);
    if (twice !== undefined) return { together: [], unclear: { why: 'again', flows: [twice] } };
    const place = marking.find((p) => onward[p]!.some((t) => transitions[t]!.inputs.every((q) => marking!.includes(q))));
    if (place === undefined) {
      if (marking.every((p) => isEnd.has(p))) found.set(marking.join(), marking);
      if (found.size > MOST.ways) return null;
      continue;
    }
    for (const t of onward[place]!) {
      const { inputs, outputs } = transitions[t]!;
      const next = [...without(marking, inputs), ...outputs].sort((a, b) => a - b);
      if (seen.has(next.join())) continue;
      if (seen.size === MOST.markings || next.length > MOST.tokens) return null;
      seen.add(next.join());
      open.push(next);
    }
  }
  return told([...found.values()]);
}

function without(marking: readonly number[], places: readonly number[]): number[] {
  const rest = [...marking];
  for (const p of places) rest.splice(rest.indexOf(p), 1);
  return rest;
}

/** Where one way to end holds all of another, the fewer flows do not say yet that the case is over. */
function told(ways: readonly number[][]): Ends {
  const bySize = ways.toSorted((a, b) => a.length - b.length);
  for (const [i, few] of bySize.entries()) {
    const more = bySize.slice(i + 1).find((w) => w.length > few.length && few.every((p) => w.includes(p)));
    if (more !== undefined) return { together: [], unclear: { why: 'more-or-fewer', flows: more } };
  }
  return { together: bySize, unclear: null };
}
