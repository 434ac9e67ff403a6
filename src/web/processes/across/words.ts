import { many } from '../../ui/format.ts';
import type { Get } from '../../api/types.ts';

export type Across = Get<'/hand-overs'>;
export type Edge = Across['edges'][number];
export type Suggestion = Get<'/hand-over-suggestions'>['items'][number];

/**
 * An amount in minor units as people write it, without the minor part where it is large.
 * @example money(335_400, 'GBP') // '£3,354'
 */
export function money(minor: number, currency: string): string {
  const digits = new Intl.NumberFormat('en-GB', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = minor / 10 ** digits;
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: Math.abs(amount) >= 100 ? 0 : digits, minimumFractionDigits: Math.abs(amount) >= 100 ? 0 : digits }).format(amount);
}

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

/** The page’s first sentence: where most time passes between processes. */
export function headline({ edges, processes }: Across): string {
  const most = edges.find((e) => (e.wait?.total ?? 0) > 0);
  if (most !== undefined) return `Between processes most time passes from ${most.from.name} to ${most.to.name}.`;
  if (edges.some((e) => (e.whole?.n ?? 0) > 0)) return 'No case was taken up by another process in the last month.';
  return edges.length > 0 ? 'Nothing has been handed over between linked processes yet.' : `${many(processes.length, 'process is', 'processes are')} on record, and no link between them.`;
}
