import type { LogFilter } from './filter.ts';
import { byText } from './names.ts';

/** One event of a log held in memory; time in milliseconds. Events are in file order. */
export interface PlainEvent {
  readonly case: string;
  readonly activity: string;
  readonly time: number;
  readonly values: Readonly<Record<string, string | null>>;
}

interface PlainCase {
  readonly id: string;
  readonly events: readonly PlainEvent[];
  readonly path: readonly string[];
}

/** The obvious answers of a log in memory, as what the engine answers is tested against. */
export function obvious(log: readonly PlainEvent[], filter: LogFilter) {
  const all = casesOf(log);
  const passed = all.filter((k) => passes(k, filter, variantsOf(all)));
  const moves = passed.flatMap((k) => k.events.slice(1).map((e, i) => ({ from: k.path[i]!, to: e.activity, seconds: (e.time - k.events[i]!.time) / 1000 })));
  const edges = [...grouped(moves, (m) => `${m.from}\n${m.to}`).values()].map((list) => ({ from: list[0]!.from, to: list[0]!.to, ...figures(list.map((m) => m.seconds)) }));
  return {
    edges: edges.sort((a, b) => b.count - a.count || byText(a.from, b.from) || byText(a.to, b.to)),
    activities: tally(passed.flatMap((k) => k.path)), start: Object.fromEntries(tally(passed.map((k) => k.path[0]!))), end: Object.fromEntries(tally(passed.map((k) => k.path.at(-1)!))),
    variants: variantsOf(passed).map(({ path, count }) => ({ path, count })),
    cases: passed.map((k) => ({ id: k.id, first: k.events[0]!.time, last: k.events.at(-1)!.time, events: k.events.length })),
    events: passed.reduce((sum, k) => sum + k.events.length, 0),
  };
}

function casesOf(log: readonly PlainEvent[]): PlainCase[] {
  return [...grouped(log, (e) => e.case)].map(([id, list]) => {
    const events = list.toSorted((a, b) => a.time - b.time);
    return { id, events, path: events.map((e) => e.activity) };
  });
}

/** Ways that cases took, the most frequent first; equals in the order in which they are met first. */
function variantsOf(cases: readonly PlainCase[]) {
  return [...grouped(cases, (k) => k.path.join('\n'))].map(([path, list]) => ({ path, count: list.length })).sort((a, b) => b.count - a.count);
}

function passes({ events, path }: PlainCase, f: LogFilter, variants: readonly { readonly path: string }[]): boolean {
  const [first, last] = [events[0]!.time, events.at(-1)!.time];
  const within = (time: number, from?: string, to?: string) => (from === undefined || time >= Date.parse(from)) && (to === undefined || time < Date.parse(to));
  const follows = (from: string, to: string, later: boolean) => path.some((a, i) => a === from && (later ? path.slice(i + 1).includes(to) : path[i + 1] === to));
  return within(first, f.started?.from, f.started?.to) && within(last, f.active?.from) && within(first, undefined, f.active?.to) && within(last, f.completed?.from, f.completed?.to)
    && (f.activities ?? []).every((a) => path.includes(a)) && !(f.without ?? []).some((a) => path.includes(a))
    && (f.start === undefined || f.start.includes(path[0]!)) && (f.end === undefined || f.end.includes(path.at(-1)!))
    && (f.follows ?? []).every((x) => follows(x.from, x.to, x.later === true) !== (x.never === true))
    && (f.top === undefined || variants.slice(0, f.top).some((v) => v.path === path.join('\n')))
    && (last - first) / 1000 >= (f.minSeconds ?? 0) && (last - first) / 1000 <= (f.maxSeconds ?? Infinity)
    && (f.attributes ?? []).every((a) => events.some((e) => a.values.includes(e.values[a.name] ?? '')) !== (a.not === true));
}

function figures(seconds: readonly number[]) {
  const sorted = seconds.toSorted((a, b) => a - b);
  const at = (q: number) => {
    const x = q * (sorted.length - 1), i = Math.floor(x);
    return sorted[i]! + (x - i) * ((sorted[i + 1] ?? sorted[i]!) - sorted[i]!);
  };
  const sum = sorted.reduce((a, b) => a + b, 0);
  return { count: sorted.length, mean: sum / sorted.length, median: at(0.5), p90: at(0.9), p95: at(0.95), min: sorted[0]!, max: sorted.at(-1)!, sum };
}

function tally(names: readonly string[]): [string, number][] {
  return [...grouped(names, (n) => n)].map(([name, list]): [string, number] => [name, list.length]).sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
}

function grouped<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
