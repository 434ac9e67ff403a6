import { dayPhrase, exactStep, grouped, numberWords, phrase, type Quantity } from '../../language/index.ts';
import { dateOfDay, localDay, toLocal } from '../../maths/time/index.ts';
import type { Brief, Statement } from '../schemas.ts';
import { chartSvg, youngWeeks } from './chart.ts';

/** A brief as every paper form shows it: words are ready, only their look is left. */
export interface Page {
  readonly title: string;
  /** Company, moment and freshness in one line. */
  readonly meta: string;
  readonly headline: Statement;
  readonly lead: readonly Statement[];
  readonly actionsTitle: string;
  readonly actions: readonly { readonly verb: string; readonly tone: 'stop' | 'watch'; readonly statement: Statement; readonly why: Statement; readonly post: string; readonly by: string }[];
  readonly charts: readonly { readonly title: Statement; readonly source: string; readonly svg: string; readonly alt: string }[];
  readonly sections: readonly { readonly title: string; readonly statements: readonly Statement[] }[];
  /** Each with its whole address where the server has a public one; a path alone leads nowhere from a file. */
  readonly views: readonly { readonly name: string; readonly statement: Statement; readonly to: string | null }[];
  /** Where a reader finds views that have no address; null where there are none. */
  readonly viewsAt: string | null;
  readonly empty: string | null;
  /** Where each figure comes from, in the order in which the sheet names them. */
  readonly figures: readonly { readonly claim: string; readonly what: string; readonly when: string; readonly value: string; readonly against: string; readonly from: string }[];
  readonly foot: string;
}

/** The page of a brief, its times in the company's zone; `publicUrl` is where its readers reach the app, where that is known. */
export function pageOf(brief: Brief, publicUrl?: string): Page {
  const { sheet } = brief;
  const moment = (iso: string) => momentWords(iso, sheet.zone);
  const year = Number(dateOfDay(localDay(sheet.zone, Date.parse(sheet.asOf))).slice(0, 4));
  return {
    title: brief.title,
    meta: [sheet.company, `${sheet.pinned ? 'shown as of ' : ''}${moment(sheet.asOf)}`, ...(sheet.evidenceUpTo === null ? [] : [`evidence up to ${sameDay(sheet.evidenceUpTo, sheet.asOf, sheet.zone) ? moment(sheet.evidenceUpTo).slice(-5) : moment(sheet.evidenceUpTo)}`]), sheet.zone].join(' · '),
    headline: sheet.headline, lead: sheet.lead,
    actionsTitle: needing(sheet.actions.length),
    actions: sheet.actions.map((a) => ({ verb: a.verb, tone: a.tone, statement: a.statement, why: a.why, post: a.post.holder === null ? `${a.post.name} (vacant)` : `${a.post.name}, ${a.post.holder}`, by: `by ${dayPhrase(a.by, { year, weekday: true })}` })),
    charts: sheet.charts.map((c) => ({ title: c.title, source: withYoung(c), svg: chartSvg(c.series[0]!), alt: c.title.plain })),
    sections: sheet.sections,
    views: brief.views.map(({ name, statement, to }) => ({ name, statement, to: publicUrl === undefined ? null : new URL(to, publicUrl).href })),
    viewsAt: brief.views.length === 0 || publicUrl !== undefined ? null : 'In Hymnsheet they are on the page “How work flows”, under these names.',
    empty: sheet.empty?.why ?? null,
    figures: figuresOf(brief),
    foot: `${sheet.company} · made ${moment(brief.createdAt)} by ${brief.createdBy} · audit chain of ${brief.chain.length} entries, head ${brief.chain.hash.slice(0, 16)}`,
  };
}

/** “Three things need someone”. */
function needing(n: number): string {
  const word = numberWords[n] ?? String(n);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${n === 1 ? 'thing needs' : 'things need'} someone`;
}

/** The source line of a chart; where its first weeks are dotted it says why. */
function withYoung({ source, series }: Brief['sheet']['charts'][number]): string {
  const young = youngWeeks(series[0]!);
  return young === 0 ? source : `${source} · dotted: the first ${young === 1 ? 'week' : `${young} weeks`}, too early for nine cases in ten to end`;
}

/** An instant in local words: Monday 9 November 2026, 10:05. */
export function momentWords(iso: string, zone: string): string {
  const local = toLocal(zone, Date.parse(iso));
  return `${dayPhrase(new Date(local).toISOString().slice(0, 10), { year: Number.NaN, weekday: true })}, ${new Date(local).toISOString().slice(11, 16)}`;
}

const sameDay = (a: string, b: string, zone: string): boolean => localDay(zone, Date.parse(a)) === localDay(zone, Date.parse(b));

function figuresOf(brief: Brief): Page['figures'] {
  const { sheet } = brief;
  const statements = [sheet.headline, ...sheet.lead, ...sheet.actions.flatMap((a) => [a.statement, a.why]), ...sheet.charts.map((c) => c.title), ...sheet.sections.flatMap((s) => s.statements), ...brief.views.map((v) => v.statement)];
  const order = [...new Set(statements.flatMap((s) => s.claims))];
  const byId = new Map(brief.claims.map((c) => [c.id, c]));
  return order.flatMap((id) => {
    const c = byId.get(id);
    if (c === undefined) return [];
    const value = (v: number | null) => (v === null ? '—' : exact(v, c.unit));
    const range = c.comparator?.lo == null || c.comparator.hi === null ? '' : ` (difference ${differenceWords(c.comparator.lo, c.unit)} to ${differenceWords(c.comparator.hi, c.unit)})`;
    return [{
      claim: c.id.slice(0, 8), what: `${c.subject.name}: ${c.quantity}`, when: windowWords(c.window), value: value(c.estimate),
      against: c.comparator === null ? '' : `${value(c.comparator.estimate)} ${c.comparator.name}${range}`,
      from: sourceWords(c.sources),
    }];
  });
}

/** The event logs of a figure by name; a figure from records only says how many. */
function sourceWords(sources: Brief['claims'][number]['sources']): string {
  const logs = sources.filter((s) => s.kind === 'event-log').map((s) => s.name);
  return logs.length > 0 ? logs.join(', ') : `${sources.length} records`;
}

function windowWords({ from, to, zone }: { from: string; to: string; zone: string }): string {
  const day = (iso: string, back: number) => dateOfDay(localDay(zone, Date.parse(iso) - back));
  return from === to ? momentWords(from, zone) : `${dayPhrase(day(from, 0), { year: Number.NaN })} to ${dayPhrase(day(to, 1), { year: Number.NaN })}`;
}

/** A value as the table of figures shows it, in its unit. */
function exact(value: number, unit: string): string {
  const size = Math.abs(value);
  if (unit === 'cases' || unit === 'services') return signed(value, grouped(size, Number.isInteger(size) ? 1 : exactStep(size)));
  return signed(value, phrase(quantityOf(unit), { estimate: size, lo: null, hi: null }).text);
}

/** A difference as the table shows it; of shares in percentage points. */
function differenceWords(value: number, unit: string): string {
  return unit === 'share' ? signed(value, `${grouped(Math.abs(value) * 100, exactStep(value * 100))} points`) : exact(value, unit);
}

const quantityOf = (unit: string): Quantity => (unit === 'share' ? { kind: 'share' } : { kind: unit === 'working s' ? 'working-duration' : 'duration' });
const signed = (value: number, size: string): string => (value < 0 ? `−${size}` : size);
