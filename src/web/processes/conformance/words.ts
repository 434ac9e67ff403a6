import { capital, count, duration, moneyRange, number, percent } from '../../ui/format.ts';
import type { Fit, FitDeviation } from './fit-view.tsx';

/** @example plural('query') // 'queries' */
export const plural = (one: string): string => (/[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : /(s|x|z|ch|sh)$/.test(one) ? `${one}es` : `${one}s`);

/** How many ended cases keep to the model, and where most of the others leave it, said aloud. */
export function headline({ cases, keeping, case: one, exact, deviations: [first] }: Pick<Fit, 'cases' | 'keeping' | 'case' | 'exact' | 'deviations'>): string {
  if (cases === 0) return `No ${one} in view has come to its end.`;
  if (keeping === 1 && cases === 1) return `The only ended ${one} in view keeps to the model.`;
  if (keeping === cases) return `All ${count(cases)} ended ${plural(one)} in view keep to the model.`;
  if (keeping === 0 && exact) return `None of the ${count(cases)} ended ${plural(one)} in view keeps to the model.${mostOften(first)}`;
  const kept = `${exact ? '' : 'At least '}${count(keeping)} of ${count(cases)} ended ${plural(one)} (${percent(keeping / cases)}) keep to the model`;
  return `${kept}.${mostOften(first)}`;
}

const mostOften = (of: Pick<FitDeviation, 'words' | 'cases'> | undefined) => (of === undefined ? '' : ` Most often, ${of.words}: in ${count(of.cases)}.`);

/** The cases that are not compared yet, as a sentence behind another; nothing where there are none. */
export function underWayWords({ underWay, case: one }: Pick<Fit, 'underWay' | 'case'>): string {
  return underWay === 0 ? '' : ` ${count(underWay)} ${underWay === 1 ? one : plural(one)} in view ${underWay === 1 ? 'is' : 'are'} still under way and not counted: not ended, or what the model expects last may still come.`;
}

/** How many hours the cost of delay counts, for each case. */
export function workingWords({ more: { lo, hi } }: Pick<FitDeviation['time'] & object, 'more'>): string {
  return `${between(hours(lo), hours(hi))} working h each`;
}

/** One word where the ends of a range read the same. */
const between = (low: string, high: string) => (low === high ? low : `${low} to ${high}`);
const hours = (seconds: number) => number(seconds / 3600, Math.abs(seconds) < 36_000 ? 1 : 0);

/** What the cost of delay counts, as a sentence behind another; nothing where no deviation has one. */
export function costHours({ deviations }: Pick<Fit, 'deviations'>): string {
  const of = deviations.find((d) => d.delay !== null)?.delay?.hours;
  return of === undefined ? '' : ` Cost of delay: cases × their extra ${of === 'working' ? 'working hours' : 'time, nights and weekends included as no working hours are agreed,'} × what an hour of delay costs, from the low to the high end of each; not cash.`;
}

/** How much longer or shorter the cases of a deviation took; null where it cannot be compared. */
export function longer({ time }: Pick<FitDeviation, 'time'>): { readonly words: string; readonly interval: string } | null {
  if (time === null) return null;
  const { estimate, lo, hi } = time.more;
  if (lo <= 0 && hi >= 0) return { words: 'no clear difference', interval: between(duration(lo), duration(hi)) };
  const [least, most] = estimate > 0 ? [lo, hi] : [-hi, -lo];
  return { words: `${duration(Math.abs(estimate))} ${estimate > 0 ? 'longer' : 'shorter'}`, interval: between(duration(least), duration(most)) };
}

/**
 * Money in minor units, from low to high; – for none.
 * @example money({ low: 120000, high: 120000, currency: 'GBP' }) // '£1,200'
 */
export function money(range: { readonly low: number; readonly high: number; readonly currency: string } | null): string {
  return range === null ? '–' : moneyRange(range);
}

const RULE_FIGURES = { concerned: (name: string) => `that “${name}” is about`, kept: (name: string) => `that kept “${name}”`, broken: (name: string) => `that broke “${name}”`, undecided: (name: string) => `of which it cannot be said whether they kept “${name}”` } as const;
export type RuleFigure = keyof typeof RULE_FIGURES;

/** Which figure of a rule an address says: those that broke it, unless another is named. */
export const ruleFigure = (said: string | undefined): RuleFigure => (said !== undefined && Object.hasOwn(RULE_FIGURES, said) ? (said as RuleFigure) : 'broken');

/** @example ruleCases('undecided', 'Paid first', 'order') // 'Orders of which it cannot be said whether they kept “Paid first”' */
export const ruleCases = (figure: RuleFigure, name: string, one: string): string => `${capital(plural(one))} ${RULE_FIGURES[figure](name)}`;

const FIT_FIGURES = { cases: 'that are compared with the model', keeping: 'that keep to it', leaving: 'that leave it', unknown: 'of which it is not known yet', underWay: 'under way, not compared' } as const;
export type FitFigure = keyof typeof FIT_FIGURES;
export const fitFigures = Object.keys(FIT_FIGURES) as FitFigure[];

/** Which figure of the fit an address says; none where it names none. */
export const fitFigure = (said: string | undefined): FitFigure | undefined => fitFigures.find((f) => f === said);

/**
 * What the cases of a figure of the fit are, behind their number.
 * @example fitFigureWords('keeping') // 'that keep to it'
 */
export const fitFigureWords = (figure: FitFigure): string => FIT_FIGURES[figure];

/** @example fitCases('keeping', 'order') // 'Orders that keep to the model' */
export const fitCases = (figure: FitFigure, one: string): string => `${capital(plural(one))} ${figure === 'unknown' ? 'of which it is not known yet whether they keep to the model' : FIT_FIGURES[figure].replace(/\bit$/, 'the model')}`;
