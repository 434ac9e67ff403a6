import type { Brief, Statement } from './schemas.ts';

/** What every form of a brief prints around its sentences, worked out once. */
export interface Layout {
  readonly title: string;
  /** When it was shown, and whether that was a set time: “shown as of Monday 9 November 2026, 10:05”. */
  readonly shown: string;
  readonly upTo: string;
  readonly actionsTitle: string;
  readonly chartsTitle: string;
  /** The head of the audit chain and how to verify, for the foot of the page. */
  readonly footer: string;
}

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** The words around a brief, in the company's zone. */
export function layoutOf(brief: Brief): Layout {
  const { sheet, chain } = brief;
  const n = sheet.actions.length;
  const at = moment(sheet.asOf, sheet.zone);
  return {
    title: brief.title,
    shown: sheet.pinned ? `shown as of ${at}` : at,
    upTo: sheet.evidenceUpTo === null ? 'no evidence yet' : `evidence up to ${moment(sheet.evidenceUpTo, sheet.zone)}`,
    actionsTitle: `${numbers[n] ?? String(n)} ${n === 1 ? 'thing needs' : 'things need'} someone`,
    chartsTitle: 'Week by week',
    footer: `Hymnsheet brief ${brief.id} · times in ${sheet.zone} · every figure carries its evidence: hymnsheet verify BRIEF.json · audit chain ${chain.length} entries, head ${chain.hash.slice(0, 16)}`,
  };
}

/** An instant as a person writes it, in `zone`: “Monday 9 November 2026, 10:05”. */
export function moment(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: zone, hourCycle: 'h23' }).formatToParts(new Date(instant));
  const of = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${of('weekday')} ${of('day')} ${of('month')} ${of('year')}, ${of('hour')}:${of('minute')}`;
}

/** A calendar day as a person writes it: “by Friday 13 November”. */
export function byDay(day: string): string {
  return `by ${new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)).replace(',', '')}`;
}

/** Who acts, with the holder's name, or that the post is vacant. */
export function postLine(post: { name: string; holder: string | null }): string {
  return post.holder === null ? `${post.name} (vacant)` : `${post.name} (${post.holder})`;
}

export function plain(statement: Statement): string {
  return statement.plain;
}
