import type { Edge } from './model.ts';

/** A case as a test writes it: its keys, and its steps in order of the file; times in minutes. */
export interface ObviousCase {
  readonly id: string;
  readonly keys: readonly string[];
  readonly steps: readonly { readonly activity: string; readonly start: number | null; readonly end: number }[];
}

export interface ObviousHandOver { readonly from: string; readonly to: string; readonly left: number; readonly entered: number }

/** What hand-overs are, said one by one and slowly: for each step that takes up, every step that might have handed over. */
export function obviousHandOvers(edge: Pick<Edge, 'from' | 'to' | 'givenUpAfterSeconds'>, senders: readonly ObviousCase[], receivers: readonly ObviousCase[], asOf: number) {
  const counts = (names: readonly string[] | null, activity: string) => names === null || names.includes(activity);
  const partnersOf = (c: ObviousCase, others: readonly ObviousCase[]) => others.filter((o) => o.keys.some((k) => c.keys.includes(k)));
  const leavesOf = (c: ObviousCase) => c.steps.filter((s) => counts(edge.from.activities, s.activity) && s.end <= asOf).map((s) => s.end);
  const entriesOf = (c: ObviousCase) => {
    const all = [...new Set(c.steps.filter((s) => counts(edge.to.activities, s.activity)).map((s) => s.start ?? s.end).filter((t) => t <= asOf))].sort((a, b) => a - b);
    return edge.to.activities === null ? all.slice(0, 1) : all;
  };
  const handOvers: ObviousHandOver[] = [];
  for (const to of receivers.filter((r) => r.keys.length > 0)) {
    entriesOf(to).forEach((entered, i, all) => {
      let best: ObviousHandOver | undefined;
      for (const from of partnersOf(to, senders)) for (const left of leavesOf(from)) if (left <= entered && left > (all[i - 1] ?? -Infinity) && (best === undefined || left > best.left)) best = { from: from.id, to: to.id, left, entered };
      if (best !== undefined) handOvers.push(best);
    });
  }
  const states = { takenUp: 0, otherWay: 0, waiting: 0, notTakenUp: 0, noPartner: 0 };
  for (const from of senders.filter((s) => s.keys.length > 0 && leavesOf(s).length > 0)) {
    const [first, last] = [Math.min(...leavesOf(from)), Math.max(...leavesOf(from))];
    const partners = partnersOf(from, receivers);
    const entries = partners.flatMap(entriesOf);
    const young = edge.givenUpAfterSeconds === null || (asOf - last) * 60 <= edge.givenUpAfterSeconds;
    if (entries.some((t) => t >= first)) states.takenUp++;
    else if (entries.length > 0 && edge.from.activities === null && edge.to.activities === null) states.otherWay++;
    else if (young) states.waiting++;
    else if (partners.length > 0) states.notTakenUp++;
    else states.noPartner++;
  }
  const several = (side: readonly ObviousCase[], other: readonly ObviousCase[]) => { const n = side.map((c) => partnersOf(c, other).length); return { linked: n.filter((x) => x > 0).length, several: n.filter((x) => x > 1).length }; };
  return { handOvers, states, from: several(senders, receivers), to: several(receivers, senders) };
}
