import { claimKey, withId, type Claim } from '../../evidence/claims/index.ts';
import type { Times } from '../performance/steps/model.ts';
import { horizonShare, type Edge, type EdgeFigures } from './model.ts';

/** What claims of an edge are made from; instants in milliseconds. */
export interface EdgeClaimsInput {
  readonly edge: Edge;
  readonly name: string;
  readonly processes: { readonly from: string; readonly to: string };
  readonly logs: { readonly from: string; readonly to: string };
  readonly zone: string;
  readonly figures: EdgeFigures;
  readonly sources: Claim['sources'];
  readonly asOf: number;
  readonly computedAt: number;
}

/** The method of hand-over waits and its version; a change of formula or default raises it. */
export const handOverMethod = { name: 'hand-over waits between processes', version: 1 } as const;

interface Figure {
  readonly measure: string;
  readonly quantity: string;
  readonly unit: string;
  readonly meaning: string;
  readonly estimate: number | null;
  readonly n: number;
  readonly which: 'taken-up' | 'waiting';
}

/** The claims of an edge for its window: how many hand-overs, how long they waited, and how many cases still wait. */
export function edgeClaims(input: EdgeClaimsInput): Claim[] {
  return figuresOf(input).map((f) => claimOf(input, f));
}

function figuresOf({ figures: { inWindow: { wait, working }, senders }, processes: { from, to } }: EdgeClaimsInput): Figure[] {
  const n = wait?.n ?? 0;
  const of = (times: Times | null, pick: (t: Times) => number) => (times === null ? null : pick(times));
  const between = `from the last step in ${from} to the first in ${to}`;
  const taken = { n, which: 'taken-up' } as const;
  return [
    { ...taken, measure: 'hand-overs', quantity: 'hand-overs', unit: 'hand-overs', estimate: n, meaning: `How often ${to} took up a case that ${from} had handed over.` },
    { ...taken, measure: 'hand-over-wait-median', quantity: 'median hand-over wait', unit: 's', estimate: of(wait, (t) => t.median), meaning: `Half of the cases waited no longer than this ${between}, nights and weekends included.` },
    { ...taken, measure: 'hand-over-wait-p90', quantity: 'hand-over wait of nine in ten', unit: 's', estimate: of(wait, (t) => t.p90), meaning: `Nine in ten of the cases waited no longer than this ${between}, nights and weekends included.` },
    { ...taken, measure: 'hand-over-wait-total', quantity: 'hours waited in all', unit: 'hours', estimate: of(wait, (t) => t.total / 3600), meaning: `The waits of all cases ${between}, added up, nights and weekends included.` },
    ...(working === null ? [] : [{ ...taken, measure: 'hand-over-working-wait-median', quantity: 'median hand-over wait in working hours', unit: 'working s', estimate: working.median, meaning: `As the median hand-over wait, counting only the working hours of ${to}.` }, { ...taken, measure: 'hand-over-working-wait-total', quantity: 'working hours waited in all', unit: 'working hours', estimate: working.total / 3600, meaning: `The waits of all cases ${between}, added up, counting only the working hours of ${to}.` }]),
    { measure: 'hand-overs-waiting', quantity: 'cases still waiting to be taken up', unit: 'cases', estimate: senders.waiting, n: senders.waiting, which: 'waiting', meaning: `Cases that ${from} has handed over and ${to} has not taken up yet, where it is too soon to say that it will not.` },
  ];
}

function claimOf({ edge, name, logs, zone, figures, processes, sources, asOf, computedAt }: EdgeClaimsInput, f: Figure): Claim {
  const subject = { kind: 'process-link', id: edge.link, name };
  const { window, horizonSeconds } = figures;
  return withId({
    key: claimKey({ subject, measure: f.measure, window: window.id, ...(edge.back ? { filter: 'other way round' } : {}) }), subject, measure: f.measure,
    window: { from: iso(window.start), to: iso(window.end), zone },
    quantity: f.quantity, unit: f.unit, estimate: f.estimate, lo: null, hi: null, level: null, n: f.n, comparator: null,
    why: f.estimate === null ? 'No case was taken up in this time' : null,
    meaning: f.meaning, working: workingOf(edge, processes, figures),
    method: handOverMethod.name, methodVersion: handOverMethod.version,
    parameters: { asOf: iso(asOf), zone, from: edge.from, to: edge.to, back: edge.back, givenUpAfterSeconds: edge.givenUpAfterSeconds, horizonSeconds, logs },
    seed: null, sources: [...sources], computedAt: iso(computedAt), asOf: iso(asOf),
    rows: { question: 'hand-overs', parameters: { which: f.which, start: window.start, end: window.end, window: window.id, asOf } },
  });
}

const list = (names: readonly string[]) => names.map((n) => `“${n}”`).join(' or ');

function workingOf({ from, to, givenUpAfterSeconds }: Edge, processes: { from: string; to: string }, { senders, partners, horizonSeconds }: EdgeFigures): string[] {
  const key = (s: Edge['from']) => (s.key === null ? 'the case id' : `“${s.key}”`);
  const only = (s: Edge['from']) => (s.only === null ? '' : ` (only where “${s.only.attribute}” is ${list(s.only.values)})`);
  const count = (n: number) => n.toLocaleString('en-GB');
  const days = (seconds: number) => `${Math.round(seconds / 8640) / 10} days`;
  return [
    `Cases of ${processes.from}${only(from)} and of ${processes.to}${only(to)} belong together where ${key(from)} of the one is ${key(to)} of the other.`,
    `${count(partners.fromWithKey)} of ${count(partners.fromCases)} cases of ${processes.from} have a key; ${count(partners.fromLinked)} of them share it with a case of ${processes.to}, ${count(partners.fromSeveral)} with more than one. ${count(partners.toLinked)} of ${count(partners.toWithKey)} cases of ${processes.to} with a key share it, ${count(partners.toSeveral)} with more than one.`,
    `The wait of a hand-over begins when the latest ${from.activities === null ? 'step' : list(from.activities)} of those cases was completed, and ends when ${to.activities === null ? 'the first step' : list(to.activities)} began after it; of several that hand over to one, the latest counts.`,
    `Of the cases that could be handed over ${count(senders.takenUp)} were taken up, ${count(senders.waiting)} still wait, ${count(senders.notTakenUp)} were not taken up since, ${count(senders.noPartner)} have no partner in the record${senders.otherWay === 0 ? '' : `, and before ${count(senders.otherWay)} the other process had begun`}.`,
    ...(horizonSeconds === null ? [] : [`A case counts as waiting for ${days(horizonSeconds)}${givenUpAfterSeconds === null ? ` (${horizonShare * 100} in 100 of the waits measured are shorter)` : ', as agreed'}.`]),
  ];
}

const iso = (ms: number): string => new Date(ms).toISOString();
