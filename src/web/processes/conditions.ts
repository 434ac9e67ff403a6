import { duration, when } from '../ui/format.ts';
import type { FlowSearch } from './search.ts';

/** One condition on the cases in view; all that an address holds must be true of a case. */
export type Condition =
  | { readonly kind: 'period'; readonly of: PeriodOf; readonly from?: string | undefined; readonly to?: string | undefined }
  | { readonly kind: 'activity'; readonly name: string; readonly has: boolean }
  | { readonly kind: 'ends'; readonly side: 'start' | 'end'; readonly names: readonly string[] }
  | { readonly kind: 'follows'; readonly how: Follows; readonly from: string; readonly to: string }
  | { readonly kind: 'variants'; readonly numbers: readonly number[] }
  | { readonly kind: 'top'; readonly most: number }
  | { readonly kind: 'duration'; readonly min?: number | undefined; readonly max?: number | undefined }
  | { readonly kind: 'attribute'; readonly name: string; readonly values: readonly string[]; readonly not: boolean };

export type PeriodOf = 'started' | 'active' | 'completed';
export type Follows = 'directly' | 'eventually' | 'neverDirectly' | 'never';

const PERIODS = { started: ['from', 'to'], active: ['activeFrom', 'activeTo'], completed: ['completedFrom', 'completedTo'] } as const;
export const FOLLOWS: readonly Follows[] = ['directly', 'eventually', 'neverDirectly', 'never'];

const ARROW = '→';

/** An edge as an address says it. */
export function edgeName(from: string, to: string): string {
  return `${from}${ARROW}${to}`;
}

/** Names may hold the mark themselves: the first split that gives known names on both sides is meant, else the first. */
function split(text: string, mark: string, known: (left: string, right: string) => boolean): [string, string] {
  const at = [...text.matchAll(new RegExp(mark, 'g'))].map((m) => [text.slice(0, m.index), text.slice(m.index + mark.length)] as const);
  const [left, right] = at.find(([l, r]) => known(l, r)) ?? at[0] ?? [text, ''];
  return [left, right];
}

/** What an address needs to be read where names hold arrows or colons themselves. */
export interface Names {
  readonly activities: readonly string[];
  readonly attributes: readonly string[];
}

/** The conditions of an address. */
export function conditionsOf(s: FlowSearch, names: Names = { activities: [], attributes: [] }): Condition[] {
  const { activities, attributes } = names;
  const grouped = (texts: readonly string[] | undefined, not: boolean): Condition[] => {
    const found = new Map<string, string[]>();
    for (const [name, value] of (texts ?? []).map((t) => split(t, ':', (l) => attributes.includes(l)))) found.set(name, [...(found.get(name) ?? []), value]);
    return [...found].map(([name, values]) => ({ kind: 'attribute', name, values, not }));
  };
  return [
    ...(Object.keys(PERIODS) as PeriodOf[]).map((of): Condition => ({ kind: 'period', of, from: s[PERIODS[of][0]], to: s[PERIODS[of][1]] })).filter((c) => c.kind === 'period' && (c.from !== undefined || c.to !== undefined)),
    ...(s.activity ?? []).map((name): Condition => ({ kind: 'activity', name, has: true })), ...(s.without ?? []).map((name): Condition => ({ kind: 'activity', name, has: false })),
    ...(['start', 'end'] as const).flatMap((side): Condition[] => (s[side] === undefined ? [] : [{ kind: 'ends', side, names: s[side] }])),
    ...FOLLOWS.flatMap((how) => (s[how] ?? []).map((text): Condition => { const [from, to] = split(text, ARROW, (l, r) => activities.includes(l) && activities.includes(r)); return { kind: 'follows', how, from, to }; })),
    ...(s.variant === undefined ? [] : [{ kind: 'variants', numbers: s.variant } as const]), ...(s.top === undefined ? [] : [{ kind: 'top', most: s.top } as const]),
    ...(s.minSeconds === undefined && s.maxSeconds === undefined ? [] : [{ kind: 'duration', min: s.minSeconds, max: s.maxSeconds } as const]),
    ...grouped(s.attribute, false), ...grouped(s.attributeNot, true),
  ];
}

/** An address with these conditions, and no other. */
export function withConditions(s: FlowSearch, conditions: readonly Condition[]): FlowSearch {
  const of = <K extends Condition['kind']>(kind: K) => conditions.filter((c): c is Extract<Condition, { kind: K }> => c.kind === kind);
  const list = <T>(items: readonly T[]): T[] | undefined => (items.length === 0 ? undefined : [...new Set(items)]);
  const period = (name: PeriodOf) => of('period').findLast((c) => c.of === name);
  const attribute = (not: boolean) => list(of('attribute').filter((c) => c.not === not).flatMap((c) => c.values.map((v) => `${c.name}:${v}`)));
  const follows = (how: Follows) => list(of('follows').filter((c) => c.how === how).map((c) => edgeName(c.from, c.to)));
  return {
    ...s, from: period('started')?.from, to: period('started')?.to, activeFrom: period('active')?.from, activeTo: period('active')?.to, completedFrom: period('completed')?.from, completedTo: period('completed')?.to,
    activity: list(of('activity').filter((c) => c.has).map((c) => c.name)), without: list(of('activity').filter((c) => !c.has).map((c) => c.name)),
    start: list(of('ends').findLast((c) => c.side === 'start')?.names ?? []), end: list(of('ends').findLast((c) => c.side === 'end')?.names ?? []),
    directly: follows('directly'), eventually: follows('eventually'), neverDirectly: follows('neverDirectly'), never: follows('never'),
    variant: list(of('variants').at(-1)?.numbers ?? []), top: of('top').at(-1)?.most, minSeconds: of('duration').at(-1)?.min, maxSeconds: of('duration').at(-1)?.max,
    attribute: attribute(false), attributeNot: attribute(true),
  };
}

/** An address with one more condition; where there can be only one of its kind, in the place of the one that it had. */
export function withCondition(s: FlowSearch, condition: Condition, names?: Names): FlowSearch {
  return withConditions(s, [...conditionsOf(s, names), condition]);
}

/** An address without one of its conditions. */
export function without(s: FlowSearch, condition: Condition, names?: Names): FlowSearch {
  const gone = JSON.stringify(condition);
  return withConditions(s, conditionsOf(s, names).filter((c) => JSON.stringify(c) !== gone));
}

const PERIOD_WORDS: Record<PeriodOf, string> = { started: 'Started', active: 'Under way', completed: 'Ended' };
export const FOLLOWS_WORDS: Record<Follows, string> = { directly: 'directly followed by', eventually: 'followed at any later time by', neverDirectly: 'never directly followed by', never: 'never followed by' };

/**
 * A condition in plain words.
 * @example inWords({ kind: 'follows', how: 'directly', from: 'Check credit', to: 'Ship' }, 'UTC') // '“Check credit” directly followed by “Ship”'
 */
export function inWords(c: Condition, zone: string): string {
  const day = (instant: string) => (Number.isNaN(Date.parse(instant)) ? instant : when(instant, zone, 'day'));
  switch (c.kind) {
    case 'period': return `${PERIOD_WORDS[c.of]} ${[...(c.from === undefined ? [] : [`from ${day(c.from)}`]), ...(c.to === undefined ? [] : [`before ${day(c.to)}`])].join(', ')}`;
    case 'activity': return `${c.has ? 'With' : 'Without'} “${c.name}”`;
    case 'ends': return `${c.side === 'start' ? 'Begins' : 'Ends'} with ${oneOf(c.names)}`;
    case 'follows': return `“${c.from}” ${FOLLOWS_WORDS[c.how]} “${c.to}”`;
    case 'variants': return c.numbers.length === 1 ? 'One variant' : `${c.numbers.length} variants`;
    case 'top': return c.most === 1 ? 'The most frequent variant' : `The ${c.most} most frequent variants`;
    case 'duration': return c.max === undefined ? `Lasted ${duration(c.min ?? 0)} or more` : c.min === undefined ? `Lasted ${duration(c.max)} or less` : `Lasted ${duration(c.min)} to ${duration(c.max)}`;
    case 'attribute': return `${c.name} is ${c.not ? `not ${c.values.map((v) => `“${v}”`).join(' nor ')}` : oneOf(c.values)}`;
  }
}

function oneOf(names: readonly string[]): string {
  return names.map((n) => `“${n}”`).join(' or ');
}
