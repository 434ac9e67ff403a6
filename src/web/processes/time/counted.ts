import { when } from '../../ui/format.ts';
import { readSteps, type StepsBehind, stepsTitle, writeSteps } from './steps-behind.ts';

const FIGURES = { started: 'started', completed: 'completed', 'by-silence': 'closed after a silence', 'in-progress': 'in progress' } as const;
const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

/** Cases that a figure of a day or a week counts; the day or week as two instants. */
export interface CountedIn {
  readonly counted: keyof typeof FIGURES;
  readonly since: string;
  readonly until: string;
}

/** What a figure counts: cases of a day or a week, or those that have some steps. */
export type Counted = { readonly in: CountedIn } | { readonly steps: StepsBehind };

/**
 * As an address says it.
 * @example writeCounted({ steps: { step: 'Check', again: true } }) // 'step=Check&again=true'
 */
export function writeCounted(of: Counted): string {
  return 'in' in of ? new URLSearchParams({ ...of.in }).toString() : writeSteps(of.steps);
}

/** What an address says. */
export function readCounted(text: string): Counted {
  const said = new URLSearchParams(text);
  const [counted, since, until] = ['counted', 'since', 'until'].map((name) => said.get(name) ?? '') as [string, string, string];
  return counted in FIGURES ? { in: { counted: counted as keyof typeof FIGURES, since, until } } : { steps: readSteps(text) };
}

/**
 * In words.
 * @example countedTitle({ in: { counted: 'completed', since: '2026-03-23T00:00:00Z', until: '2026-03-29T23:00:00Z' } }) // 'Cases completed in the week from 23 Mar 2026'
 */
export function countedTitle(of: Counted): string {
  if ('steps' in of) return `Cases with ${stepsTitle(of.steps)}`;
  const { counted, since, until } = of.in;
  const week = Date.parse(until) - Date.parse(since) > 2 * DAY_MS;
  // Midnight in any zone lies within half a day of noon in UTC of the same date.
  const at = Date.parse(since) + 12 * HOUR_MS;
  const day = Number.isNaN(at) ? since : when(`${new Date(at).toISOString().slice(0, 10)}T12:00:00Z`, 'UTC', 'day');
  const period = week ? `the week from ${day}` : day;
  return `Cases ${FIGURES[counted]} ${counted === 'in-progress' ? `at the end of ${period}` : week ? `in ${period}` : `on ${period}`}`;
}
