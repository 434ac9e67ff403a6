import { defaultTolerance, grouped, lastDigit, phrase, roundTo, scaleOf, verdictOf, type Quantity, type Scale } from '../../language/index.ts';
import type { Fit, FigureCheck } from './validate.ts';
import type { SimulatedDifference } from './what-if.ts';

interface Wording { readonly quantity: Quantity; readonly factor: number; readonly rose: string; readonly fell: string; readonly per: string; /** In its own unit: less than this is nothing, whatever the base. */ readonly least?: number }

const hours: Wording = { quantity: { kind: 'count', noun: { one: 'hour', many: 'hours' } }, factor: 1, rose: 'more', fell: 'less', per: ' a week', least: 0.1 };
const wordings: Readonly<Record<string, Wording>> = {
  'median-cycle-time': { quantity: { kind: 'duration' }, factor: 3600, rose: 'longer', fell: 'shorter', per: '' },
  'cases-completed': { quantity: { kind: 'count', noun: { one: 'case', many: 'cases' } }, factor: 1, rose: 'more', fell: 'fewer', per: ' a week' },
  'hands-on-time': hours,
  'waiting-for-people': hours,
};

type Told = Pick<SimulatedDifference, 'measure' | 'quantity' | 'before' | 'estimate' | 'lo' | 'hi' | 'n'>;

/**
 * A difference as a sentence that outruns neither its interval nor its check (METHODS §7): a direction only where the interval excludes
 * nought, both ends and how far off it was where the check is fair, and nothing but what would follow where it is poor or was not made.
 * @example differenceInWords({ …, lo: -120, hi: -90 }, good) // 'Hands-on work: about 110 hours less a week.'
 */
export function differenceInWords(d: Told, check: FigureCheck): string {
  const w = wordings[d.measure];
  if (w === undefined || d.estimate === null || d.lo === null || d.hi === null || d.n === 0) return `${d.quantity}: no run gave a figure.`;
  const said = saidOf(w, { before: d.before ?? 0, estimate: d.estimate, lo: d.lo, hi: d.hi }, check.verdict);
  const off = `in weeks that it had not seen, its ${check.what} ${check.what.endsWith('time') ? 'was' : 'were'} ${(check.off ?? 0) >= 1 ? 'far' : `${Math.round((check.off ?? 0) * 100)}%`} off`;
  switch (check.verdict) {
    case 'good': return `${d.quantity}: ${said}.`;
    case 'fair': return `${d.quantity}: ${said}; ${off}.`;
    case 'poor': return `${d.quantity}: not known. If the simulation were right, ${said}; but ${off}.`;
    case 'none': return `${d.quantity}: not checked. If the simulation is right, ${said}.`;
  }
}

interface Figures { readonly before: number; readonly estimate: number; readonly lo: number; readonly hi: number }

function saidOf(w: Wording, figures: Figures, fit: Fit): string {
  const [before, estimate, lo, hi] = [figures.before, figures.estimate, figures.lo, figures.hi].map((x) => x * w.factor) as [number, number, number, number];
  const verdict = verdictOf({ before, lo, hi, tolerance: Math.max(defaultTolerance * Math.abs(before), w.least ?? 0) });
  if (verdict === 'no effect') return 'no measurable effect';
  if (verdict !== 'rose' && verdict !== 'fell') return `we cannot yet tell: ${bothWays(w, lo, hi)}`;
  const [low, high] = [Math.min(Math.abs(lo), Math.abs(hi)), Math.max(Math.abs(lo), Math.abs(hi))];
  // Beyond a thousandth nobody reads digits.
  const exact = high - low < 0.002 * Math.abs(estimate);
  const said = phrase(w.quantity, { estimate: Math.abs(estimate), lo: exact ? null : low, hi: exact ? null : high });
  return `${fit === 'fair' ? 'roughly ' : ''}${said.hedge === 'between' || (fit !== 'good' && !exact) ? oneWay(w, low, high) : said.text} ${w[verdict]}${w.per}`;
}

/** The ends of an interval that does not hold nought, rounded outward: the lower one with as many digits as keep it from looking like nought. */
function oneWay({ quantity }: Wording, lo: number, hi: number): string {
  const scale = scaleOf(quantity, hi);
  const step = lastDigit((hi - lo) / 2 / scale.factor), fine = Math.min(step, lastDigit(lo / scale.factor));
  return `between ${grouped(roundTo(lo / scale.factor, fine, 'down'), fine)} and ${grouped(roundTo(hi / scale.factor, step, 'up'), step)} ${scale.unit.many}`;
}

/** The ends of an interval that holds nought, rounded outward to one place. */
function bothWays({ quantity, rose, fell, per }: Wording, lo: number, hi: number): string {
  const scale = scaleOf(quantity, Math.max(-lo, hi));
  const step = lastDigit((hi - lo) / 2 / scale.factor);
  const size = (x: number) => { const n = roundTo(Math.abs(x) / scale.factor, step, 'up'); return `${grouped(n, step)} ${n === 1 ? scale.unit.one : scale.unit.many}`; };
  return `between ${size(lo)} ${fell} and ${size(hi)} ${rose}${per}`;
}

/** The figures of a difference as a table shows them, all with one last digit, so that they add up. */
export interface Shown {
  readonly measured: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly lo: string;
  readonly hi: string;
}

const none = '–';

/**
 * What a table shows of a difference: the last digit is the one that the interval supports, but no coarser than a hundredth and no finer
 * than five digits of the figure as today, and never finer than a hundredth of its unit; with the change is as today and the difference as they are shown (METHODS §7: parts add up).
 * @example shownFigures({ measure: 'cases-completed', before: 1245.3, estimate: -5.8, lo: -9, hi: -2, … }).after // '1,239'
 */
export function shownFigures(d: Told & Pick<SimulatedDifference, 'measured' | 'after'>): Shown {
  const w = wordings[d.measure];
  const { before, estimate, lo, hi } = d;
  if (w === undefined || before === null || estimate === null || lo === null || hi === null) return { measured: none, before: none, after: none, difference: none, lo: none, hi: none };
  const size = Math.max(Math.abs(before), Math.abs(d.after ?? 0)), by = Math.max(Math.abs(lo), Math.abs(hi));
  // Twenty minutes are not to be seen in days.
  const scale = scaleOf(w.quantity, Math.max(size / 30, by === 0 ? size : Math.min(size, 50 * by)) * w.factor);
  const inUnit = (x: number) => (x * w.factor) / scale.factor;
  const step = stepOf(inUnit(before), inUnit(hi - lo) / 2, inUnit(estimate));
  // As in a sentence, which rounds the size of a difference.
  const nearest = (x: number) => Math.sign(x) * roundTo(Math.abs(inUnit(x)), step, 'nearest');
  const [from, change] = [nearest(before), nearest(estimate)];
  const text = (x: number, sign = false) => `${sign && x > 0 ? '+' : ''}${grouped(x, step)}${unitOf(w, scale, x)}`;
  return {
    measured: d.measured === null ? none : text(nearest(d.measured)), before: text(from), after: text(roundTo(from + change, step, 'nearest')),
    difference: text(change, true), lo: text(roundTo(inUnit(lo), step, 'down'), true), hi: text(roundTo(inUnit(hi), step, 'up'), true),
  };
}

function stepOf(before: number, half: number, estimate: number): number {
  const size = Math.max(Math.abs(before), Math.abs(estimate));
  if (size < 1e-6) return 1;
  const wanted = half > 0 ? lastDigit(half) : lastDigit(size / 100);
  return Math.max(0.01, Math.min(Math.max(wanted, lastDigit(size) / 10_000), lastDigit(size) / 100));
}

/** Times carry their unit; what is counted has it in the head of its row. */
function unitOf({ quantity }: Wording, { unit }: Scale, value: number): string {
  return quantity.kind === 'duration' ? ` ${Math.abs(value) === 1 ? unit.one : unit.many}` : '';
}
