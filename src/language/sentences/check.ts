import type { CausalLicence, Difference } from './change.ts';
import { readBack, type ReadNumber, type Reading } from './read.ts';
import type { Figure } from './say.ts';
import { cannotTell, noEffect } from './words.ts';

/** The evidence that a text may speak of. */
export interface Evidence {
  readonly figures: readonly Figure[];
  readonly differences: readonly Difference[];
  /** Plain comparisons with an agreed value, such as an objective: the sign of figure less value where every reading of it agrees. */
  readonly against: readonly { readonly claim: string; readonly sign: 1 | -1 | 0 }[];
  readonly chances: readonly number[];
  readonly licences: readonly CausalLicence[];
  /** Names, dates and comparisons, which may hold digits of their own. */
  readonly masked: readonly string[];
}

const unitSeconds: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/**
 * Every way in which a text says more than its evidence: numbers without a claim, wrong rounding or hedge, directions whose interval
 * holds nought, causes without a licence (METHODS §7). Empty where the text keeps to it. It reads the words, not the pieces.
 */
export function violations(text: string, evidence: Evidence): string[] {
  const reading = readBack(text, evidence.masked);
  return [
    ...reading.numbers.filter((n) => !numberHolds(n, evidence)).map((n) => `no claim gives “${n.text}”`),
    ...reading.directions.filter((d) => !directionHolds(d.sign, evidence)).map((d) => `no interval supports “${d.word}”`),
    ...(evidence.licences.length === 0 ? reading.causal.map((c) => `no licence for “${c}”`) : []),
    ...verdictViolations(reading, evidence),
    ...reading.chances.filter((c) => !evidence.chances.some((p) => chanceHolds(c, p))).map((c) => `no claim is “${c.word}”`),
  ];
}

function numberHolds(n: ReadNumber, { figures, differences }: Evidence): boolean {
  const bases = differences.flatMap((d): Figure[] => [{ claim: d.claim, quantity: d.quantity, estimate: d.quantity.kind === 'count' ? Math.round(d.before) : d.before, lo: null, hi: null }]);
  return [...figures, ...bases].some((f) => figureHolds(n, f));
}

/** Whether the number could be this figure: its unit fits, it is rounded where its interval says, hedged as its interval says. */
function figureHolds(n: ReadNumber, f: Figure): boolean {
  const factor = factorOf(n.unit, f);
  if (factor === null) return false;
  const [estimate, lo, hi] = [f.estimate / factor, (f.lo ?? f.estimate) / factor, (f.hi ?? f.estimate) / factor];
  const half = (hi - lo) / 2;
  const relative = half === 0 ? 0 : half / Math.abs(estimate);
  if (n.hedge !== (relative > 0.2 ? 'between' : relative > 0.05 ? 'about' : 'plain')) return false;
  const slack = 1e-7 * Math.max(1, Math.abs(hi));
  const step = half === 0 ? n.digit : 10 ** Math.floor(Math.log10(half) + 1e-12);
  if (n.hedge === 'between') {
    const [low, high] = n.values as [number, number];
    return low <= lo + slack && lo - low < step + slack && high >= hi - slack && high - hi < step + slack;
  }
  const [shown] = n.values as [number];
  if (half === 0 && f.quantity.kind === 'count') return shown === estimate;
  // More digits than the interval supports are only right where they keep an exact figure apart from an agreed value.
  if (half > 0 && Math.abs(shown / step - Math.round(shown / step)) > 1e-6) return false;
  return Math.abs(shown - estimate) <= step / 2 + slack;
}

function factorOf(unit: string, { quantity }: Figure): number | null {
  switch (quantity.kind) {
    case 'count': return unit === '' ? 1 : null;
    case 'share': return unit === '%' ? 0.01 : null;
    case 'duration': return unitSeconds[unit] ?? null;
    case 'working-duration': return unit.startsWith('working ') ? (unitSeconds[unit.slice(8)] ?? null) : null;
    case 'money': return moneyFactor(unit, quantity.currency);
  }
}

function moneyFactor(unit: string, code: string): number | null {
  if (!/^([€£$¥]|[A-Z]{3})/.test(unit)) return null;
  const minor = code === 'JPY' ? 1 : 100;
  return unit.endsWith('million') ? minor * 1e6 : minor;
}

function directionHolds(sign: 1 | -1, { differences, against }: Evidence): boolean {
  return against.some((a) => a.sign === sign) || differences.some((d) => d.lo !== null && d.hi !== null && (sign === 1 ? d.lo > 0 : d.hi < 0) && !inside(d));
}

const inside = (d: Difference): boolean => {
  const limit = d.tolerance ?? 0.01 * Math.abs(d.before);
  return d.lo !== null && d.hi !== null && d.lo >= -limit && d.hi <= limit;
};

function verdictViolations({ verdicts }: Reading, { differences }: Evidence): string[] {
  return verdicts.flatMap((v) => {
    const holds = v === noEffect ? differences.some(inside) : differences.some((d) => d.lo !== null && d.hi !== null && d.lo <= 0 && d.hi >= 0 && !inside(d));
    return holds ? [] : [`no claim says “${v === noEffect ? noEffect : cannotTell}”`];
  });
}

function chanceHolds({ word, tens }: { word: string; tens: number | null }, p: number): boolean {
  const right = p <= 0.1 ? 'very unlikely' : p <= 0.33 ? 'unlikely' : p < 0.66 ? 'about as likely as not' : p < 0.9 ? 'likely' : 'very likely';
  return word === right && (tens === null ? p < 0.05 || p >= 0.95 : Math.abs(tens / 10 - p) <= 0.05 + 1e-9);
}
