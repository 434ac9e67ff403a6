import { grouped, lastDigit, phrase, roundTo, scaleOf, verdictOf, type Quantity } from '../../../language/index.ts';
import type { SimulatedDifference } from '../what-if.ts';
import type { AskedChange } from './model.ts';

const times = (factor: number): string => grouped(Math.round(Math.abs(factor - 1) * 1000) / 10, Number.isInteger(Math.round(Math.abs(factor - 1) * 1000) / 10) ? 1 : 0.1);
const several = (n: number, one: string, many: string): string => `${grouped(n, Number.isInteger(n) ? 1 : 0.1)} ${n === 1 ? one : many}`;

/**
 * A change in words. `service` says the name of a service and the activities that it stops.
 * @example changeInWords({ kind: 'touch', activity: 'Pick', factor: 0.8 }, 'UTC') // '“Pick” takes 20% less time'
 */
export function changeInWords(c: AskedChange, zone: string, service?: { readonly name: string; readonly activities: readonly string[] }): string {
  switch (c.kind) {
    case 'skip': return c.share === 1 ? `“${c.activity}” is always left out` : `“${c.activity}” is left out ${grouped(c.share * 100, Number.isInteger(c.share * 100) ? 1 : 0.1)}% of the times`;
    case 'people': return `${several(Math.abs(c.by), c.by < 0 ? 'person fewer' : 'person more', c.by < 0 ? 'people fewer' : 'people more')} at “${c.activity}”${c.of === undefined ? '' : ` (${c.of})`}`;
    case 'touch': return c.factor === 1 ? `“${c.activity}” takes as long as today` : `“${c.activity}” takes ${times(c.factor)}% ${c.factor < 1 ? 'less' : 'more'} time`;
    case 'arrivals': return c.factor === 1 ? 'As many cases come as today' : `${times(c.factor)}% ${c.factor < 1 ? 'fewer' : 'more'} cases come`;
    case 'stop': return `“${c.activity}” stops for ${several(c.hours, 'hour', 'hours')} from ${instant(c.at, zone)}`;
    case 'stop-service': return `${service?.name ?? c.service} is down for ${several(c.hours, 'hour', 'hours')} from ${instant(c.at, zone)}, which stops ${joined((service?.activities ?? []).map((a) => `“${a}”`))}`;
  }
}

function instant(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  return parts.format(new Date(at)).replace(' at ', ', ').replace(/^(\w+),/, '$1');
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

interface Wording { readonly quantity: Quantity; readonly factor: number; readonly rose: string; readonly fell: string; readonly per: string }

const wordings: Readonly<Record<string, Wording>> = {
  'median-cycle-time': { quantity: { kind: 'duration' }, factor: 3600, rose: 'longer', fell: 'shorter', per: '' },
  'cases-completed': { quantity: { kind: 'count', noun: { one: 'case', many: 'cases' } }, factor: 1, rose: 'more', fell: 'fewer', per: ' a week' },
  'hands-on-time': { quantity: { kind: 'count', noun: { one: 'hour', many: 'hours' } }, factor: 1, rose: 'more', fell: 'less', per: ' a week' },
  'waiting-for-people': { quantity: { kind: 'count', noun: { one: 'hour', many: 'hours' } }, factor: 1, rose: 'more', fell: 'less', per: ' a week' },
};

/**
 * A difference as a sentence that does not outrun its interval: a direction only where it excludes nought (METHODS §7).
 * @example differenceInWords(…, lo: -120, hi: -90) // 'Hands-on work: about 110 hours less a week.'
 */
export function differenceInWords({ measure, quantity, before, estimate, lo, hi, n }: Pick<SimulatedDifference, 'measure' | 'quantity' | 'before' | 'estimate' | 'lo' | 'hi' | 'n'>): string {
  const w = wordings[measure];
  if (w === undefined || estimate === null || lo === null || hi === null || n === 0) return `${quantity}: no run gave a figure.`;
  const scaled = { estimate: estimate * w.factor, lo: lo * w.factor, hi: hi * w.factor };
  const verdict = verdictOf({ before: (before ?? 0) * w.factor, lo: scaled.lo, hi: scaled.hi, tolerance: null });
  if (verdict === 'no effect') return `${quantity}: no measurable effect.`;
  if (verdict !== 'rose' && verdict !== 'fell') return `${quantity}: we cannot yet tell; ${bothWays(w, scaled.lo, scaled.hi)}.`;
  const [low, high] = [Math.min(Math.abs(scaled.lo), Math.abs(scaled.hi)), Math.max(Math.abs(scaled.lo), Math.abs(scaled.hi))];
  const said = phrase(w.quantity, { estimate: Math.abs(scaled.estimate), lo: low, hi: high });
  return `${quantity}: ${said.hedge === 'between' ? oneWay(w, low, high) : said.text} ${w[verdict]}${w.per}.`;
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
