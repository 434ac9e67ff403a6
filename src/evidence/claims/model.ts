import type { ClaimDocument } from './schemas.ts';

/** The question that gives the rows behind a claim: who answers it, and with what. */
export interface RowsQuestion {
  readonly question: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A claim with the question that gives its rows; null where the figure rests on records only, which are its sources. */
export interface Claim extends ClaimDocument {
  readonly rows: RowsQuestion | null;
}

/** What a claim is about; its words make the key, which stays while the figure moves. */
export interface KeyParts {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly measure: string;
  /** The window as the measure names it: a week 2026-W45, a month 2026-10. */
  readonly window: string;
  readonly filter?: string | undefined;
  readonly comparator?: string | undefined;
}

/**
 * The key of a claim: subject, measure, window, filter and comparator, in words that never change for the same question.
 * @example claimKey({ subject: { kind: 'process', id: 'o2c' }, measure: 'throughput', window: '2026-W45' }) // 'process/o2c/throughput/2026-W45'
 */
export function claimKey({ subject, measure, window, filter, comparator }: KeyParts): string {
  return [subject.kind, subject.id, measure, window, ...(filter === undefined ? [] : [`where ${filter}`]), ...(comparator === undefined ? [] : [`against ${comparator}`])].join('/');
}

/** Whether two claims say the same figure, interval and comparison; a rounding error of 1e-9 relative is the same. */
export function sameFigure(a: ClaimDocument, b: ClaimDocument): boolean {
  const close = (x: number | null | undefined, y: number | null | undefined) => x === y || (x != null && y != null && Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y)));
  return close(a.estimate, b.estimate) && close(a.lo, b.lo) && close(a.hi, b.hi) && a.n === b.n
    && close(a.comparator?.estimate, b.comparator?.estimate) && close(a.comparator?.lo, b.comparator?.lo) && close(a.comparator?.hi, b.comparator?.hi);
}

/** Whether two claims say the same of themselves in words: what is measured, of what, when, from which sources, and how it was worked out. */
export function sameWords(a: ClaimDocument, b: ClaimDocument): boolean {
  const words = (c: ClaimDocument) => JSON.stringify([
    c.key, c.measure, c.subject.kind, c.subject.id, c.subject.name, Date.parse(c.window.from), Date.parse(c.window.to), c.window.zone, c.quantity, c.unit, c.level,
    c.why, c.meaning, c.working, c.comparator?.name ?? null, c.comparator?.level ?? null, c.sources.map((s) => [s.kind, s.id, s.version, s.name, s.evidenceUpTo === null ? null : Date.parse(s.evidenceUpTo)]),
  ]);
  return words(a) === words(b);
}
