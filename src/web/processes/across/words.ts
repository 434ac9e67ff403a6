import { inPeriod, many, moneyRange, number } from '../../ui/format.ts';
import type { Get } from '../../api/types.ts';

export type Across = Get<'/hand-overs'>;
export type Edge = Across['edges'][number];
export type Suggestion = Get<'/hand-over-suggestions'>['items'][number];

/** A claim of an edge by its measure. */
export function claimOf(edge: Pick<Edge, 'claims'>, measure: string): Edge['claims'][number] | undefined {
  return edge.claims.find((c) => c.measure === measure);
}

/** What an edge is called in addresses and lists. */
export function edgeKey({ link, back }: Pick<Edge, 'link' | 'back'>): string {
  return back ? `${link} back` : link;
}

/**
 * The key of a side, as a sentence says it.
 * @example keyWords({ key: null }) // 'case id'
 */
export function keyWords({ key }: { readonly key: string | null }): string {
  return key === null ? 'case id' : `“${key}”`;
}

/** Both sides of an edge in one line: which steps, of which cases. */
export function sideWords({ activities, only, key }: Pick<Edge['from'], 'activities' | 'only' | 'key'>, which: 'from' | 'to'): string {
  const steps = activities === null ? (which === 'from' ? 'any step' : 'the first step') : activities.map((a) => `“${a}”`).join(' or ');
  const cases = only === null ? '' : `, only where ${only.attribute} is ${only.values.map((v) => `“${v}”`).join(' or ')}`;
  return `${steps}${cases}, by ${keyWords({ key })}`;
}

/**
 * How many values two keys share, in a sentence; “all” only where it is all of them.
 * @example overlap({ values: 50, shared: 46 }) // '92% of the 50 values'
 */
export function overlap({ values, shared }: Pick<Suggestion, 'values' | 'shared'>): string {
  if (shared === values) return `all ${values.toLocaleString('en-GB')} values`;
  const share = (Math.floor((shared / values) * 1000) / 10).toLocaleString('en-GB');
  return `${share}% of the ${values.toLocaleString('en-GB')} values`;
}

/** The edge in which most time passes, of those in which any does; undefined where none is measured. */
export function mostWaiting(edges: readonly Edge[], hours: 'wait' | 'working'): Edge | undefined {
  return edges.reduce<Edge | undefined>((most, e) => ((e[hours]?.total ?? 0) > (most?.[hours]?.total ?? 0) ? e : most), undefined);
}

/** The page’s first sentence: where most time passes between processes, and by which hours. */
export function headline({ edges, processes }: Across): string {
  const most = mostWaiting(edges, 'wait');
  if (most !== undefined) {
    const way = (e: Edge) => `from “${e.from.name}” to “${e.to.name}”`;
    const much = 2 * (most.wait?.total ?? 0) < edges.reduce((sum, e) => sum + (e.wait?.total ?? 0), 0) ? 'the most time' : 'most time';
    const inHours = edges.some((e) => e.wait !== null && e.working === null) ? undefined : mostWaiting(edges, 'working');
    if (inHours === undefined) return `Between processes ${much} passes ${way(most)}, nights and weekends included.`;
    return inHours === most ? `Between processes ${much} passes ${way(most)}, by the clock and in working hours.` : `By the clock ${much} between processes passes ${way(most)}; in working hours, ${way(inHours)}.`;
  }
  if (edges.some((e) => (e.whole?.n ?? 0) > 0)) return 'No case was taken up by another process in the last month.';
  if (processes.length === 1) return 'One process is on record; work is handed over between two.';
  return edges.length > 0 ? 'Nothing has been handed over between linked processes yet.' : `${many(processes.length, 'process is', 'processes are')} on record, and no link between them.`;
}

/** When the figures of an edge are of, inside a sentence. */
export function inWindow({ window, zone }: Pick<Edge, 'window' | 'zone'>): string {
  return window === null ? '' : inPeriod({ window: { ...window, zone } });
}

/** When the figures of all edges are of, inside a sentence. */
export function windowWords(edges: readonly Edge[]): string {
  const all = new Set(edges.filter((e) => e.window !== null).map(inWindow));
  return all.size === 1 ? [...all][0]! : 'in the last month on record';
}

/** What the waits of an edge cost, as a sentence: which hours, and from when to when; nothing where no cost is agreed. */
export function costWords({ cost, working, to }: Pick<Edge, 'cost' | 'working' | 'to'>): string {
  if (cost === null) return '';
  const hours = cost.hours === 'elapsed' ? 'these hours, nights and weekends included,' : `the ${number((working?.total ?? 0) / 3600, 0)} working hours`;
  return ` At the delay cost agreed for “${to.name}”, ${hours} are ${range(cost)} of delay, which is not cash.`;
}

/** The edge of most working hours, where it is another than that of most hours: a sentence; else nothing. */
export function otherWords(most: Edge, inHours: Edge | undefined): string {
  if (inHours === undefined || inHours === most) return '';
  const hours = (of: Edge['wait']) => number((of?.total ?? 0) / 3600, 0);
  return ` From “${inHours.from.name}” it is ${hours(inHours.wait)} hours, ${hours(inHours.working)} of them working hours${inHours.to.name === most.to.name ? '' : ` of “${inHours.to.name}”`}${inHours.cost === null ? '' : `: ${range(inHours.cost)} of delay`}.`;
}

const range = (cost: NonNullable<Edge['cost']>) => moneyRange(cost, ' to ');
