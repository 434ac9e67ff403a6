import { expect, test } from 'vitest';
import { drawInteger, seededRandom, type Random } from '../../maths/random/index.ts';
import { cause, chance, compared, figure, name, readBack, say, verdictOf, violations, type CausalLicence, type Difference, type Evidence, type Figure, type Quantity } from '../index.ts';

const days = 86_400;
const took: Figure = { claim: 'c1', quantity: { kind: 'duration' }, estimate: 2.6 * days, lo: null, hi: null };
const change = (lo: number | null, hi: number | null, before = 3.1): Difference => ({ claim: 'c1', quantity: { kind: 'duration' }, now: took.estimate, before: before * days, lo: lo === null ? null : lo * days, hi: hi === null ? null : hi * days, tolerance: null, comparison: 'in the 12 weeks before' });

test('a sentence says no more than its interval', () => {
  const sentence = (d: Difference) => say`${name('Orders')} took ${figure(took)} last week${compared(d)}.`.plain;
  expect(sentence(change(-0.7, -0.3))).toBe('Orders took 2.6 days last week, shorter than 3.1 days in the 12 weeks before.');
  expect(sentence(change(0.3, 0.7, 2.1))).toBe('Orders took 2.6 days last week, longer than 2.1 days in the 12 weeks before.');
  expect(sentence(change(-0.7, 0.1))).toBe('Orders took 2.6 days last week. It was 3.1 days in the 12 weeks before; we cannot yet tell whether that is a change.');
  expect(sentence(change(-0.01, 0.02, 2.61))).toBe('Orders took 2.6 days last week: no measurable change from 2.61 days in the 12 weeks before.');
  expect(sentence(change(null, null))).toBe('Orders took 2.6 days last week; 3.1 days in the 12 weeks before.');
});

test('a template may not carry numbers, directions, hedges or causes itself', () => {
  for (const bad of [() => say`Orders took 3 days.`, () => say`${name('Orders')} fell.`, () => say`It took about as long.`, () => say`Late because of the stop.`, () => say`Two services failed.`, () => say`It is better now.`]) expect(bad).toThrow('may not itself say');
  expect(say`${name('Order 2 Cash')} waits.`.plain).toBe('Order 2 Cash waits.');
});

test('a cause needs a licence', () => {
  expect(say`Orders waited ${cause('c1', null)} the stop.`.plain).toBe('Orders waited at the same time as the stop.');
  expect(say`Orders waited ${cause('c1', 'our own calculation')} the stop.`.plain).toContain('because of');
});

test('numbers, directions, hedges, verdicts and chances are read back out of the words', () => {
  const r = readBack('About 140 orders waited (between 1.5 and 2.25 days), longer than 96.4% at £1.2 million; very likely (about 9 in 10), two services, because we cannot yet tell.');
  expect(r.numbers.map((n) => [n.hedge, n.values, n.unit])).toEqual([['about', [140], ''], ['between', [1.5, 2.25], 'day'], ['plain', [96.4], '%'], ['plain', [1.2], '£million'], ['plain', [2], '']]);
  expect(r.directions).toEqual([{ word: 'longer', sign: 1 }]);
  expect([r.causal, r.verdicts, r.chances]).toEqual([['because'], ['we cannot yet tell'], [{ word: 'very likely', tens: 9 }]]);
  expect(readBack('Order 2 Cash in the 12 weeks before', ['Order 2 Cash', 'in the 12 weeks before']).numbers).toEqual([]);
});

test('the check finds a text that says too much', () => {
  const evidence: Evidence = { figures: [took], differences: [change(-0.7, 0.1)], against: [], chances: [0.7], licences: [], masked: ['in the 12 weeks before'] };
  expect(violations('Orders took 2.6 days.', evidence)).toEqual([]);
  expect(violations('Orders took 2.7 days.', evidence)).toEqual(['no claim gives “2.7 days”']);
  expect(violations('Orders took about 2.6 days.', evidence)).toHaveLength(1);
  expect(violations('Orders took 2.6 hours.', evidence)).toHaveLength(1);
  expect(violations('Orders took 2.6 days, shorter than 3.1 days.', evidence)).toEqual(['no interval supports “shorter”']);
  expect(violations('Orders took 2.6 days because of the stop.', evidence)).toEqual(['no licence for “because”']);
  expect(violations('There was no measurable change from 3.1 days.', evidence)).toHaveLength(1);
  expect(violations('It is likely (about 7 in 10).', evidence)).toEqual([]);
  expect(violations('It is very likely (about 9 in 10).', evidence)).toHaveLength(1);
});

interface Record_ { readonly figure: Figure; readonly difference: Difference; readonly chance: number; readonly licence: CausalLicence | null }

const quantities: readonly Quantity[] = [{ kind: 'count', noun: { one: 'order', many: 'orders' } }, { kind: 'duration' }, { kind: 'working-duration' }, { kind: 'share' }, { kind: 'money', currency: 'GBP' }];

/** A random claim record: any quantity, size, interval width and position against its comparison. */
function randomRecord(random: Random): Record_ {
  const quantity = quantities[drawInteger(random, quantities.length)]!;
  const magnitude = 10 ** (random.unit() * 6);
  const raw = quantity.kind === 'share' ? random.unit() : 10 + magnitude * random.unit();
  const estimate = quantity.kind === 'count' || quantity.kind === 'money' ? Math.round(raw) : raw;
  const width = estimate * 10 ** (random.unit() * 4 - 4);
  const exact = drawInteger(random, 3) === 0;
  const skew = random.unit();
  const before = quantity.kind === 'share' ? random.unit() : Math.max(1e-3, estimate * (0.3 + 1.4 * random.unit()));
  const spread = Math.abs(estimate - before) * 3 * random.unit() + 1e-9;
  const none = drawInteger(random, 8) === 0;
  return {
    figure: { claim: 'c', quantity, estimate, lo: exact ? null : estimate - 2 * width * skew, hi: exact ? null : estimate + 2 * width * (1 - skew) },
    difference: { claim: 'c', quantity, now: estimate, before, lo: none ? null : estimate - before - spread, hi: none ? null : estimate - before + spread, tolerance: drawInteger(random, 2) === 0 ? null : before * 0.1 * random.unit(), comparison: 'in the 12 weeks before' },
    chance: random.unit(),
    licence: drawInteger(random, 4) === 0 ? 'our own calculation' : null,
  };
}

const templates = [
  (r: Record_) => say`${name('Order 2 Cash')} had ${figure(r.figure)} last week${compared(r.difference)}.`,
  (r: Record_) => say`Last week ${name('Order 2 Cash')} gave ${figure(r.figure)} ${cause('c', r.licence)} the stop.`,
  (r: Record_) => say`That is ${chance('c', r.chance)}${compared(r.difference)}.`,
];

const evidenceOf = (r: Record_): Evidence => ({ figures: [r.figure], differences: [r.difference], against: [], chances: [r.chance], licences: r.licence === null ? [] : [r.licence], masked: ['Order 2 Cash', 'in the 12 weeks before'] });

test('10,000 random records: no sentence says more than its evidence', () => {
  const random = seededRandom(1);
  const wrong: string[] = [];
  for (let i = 0; i < 10_000; i++) {
    const record = randomRecord(random);
    const text = templates[i % templates.length]!(record).plain;
    const found = violations(text, evidenceOf(record));
    if (found.length > 0) wrong.push(`${text} → ${found.join(', ')} ${JSON.stringify(record)}`);
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});

test('mutated evidence weakens the text or takes the words away, every time', () => {
  const random = seededRandom(2);
  const records = Array.from({ length: 10_000 }, () => randomRecord(random));
  const directions = (r: Record_, lo: number | null, hi: number | null) => readBack(templates[0]!({ ...r, difference: { ...r.difference, lo, hi } }).plain, evidenceOf(r).masked).directions.map((d) => d.sign);
  const directed = records.filter((r) => ['rose', 'fell'].includes(verdictOf(r.difference)));
  expect(directed.length).toBeGreaterThan(1_000);
  for (const r of directed) {
    const { lo, hi } = r.difference as { lo: number; hi: number };
    const size = Math.abs(lo) + Math.abs(hi);
    const said = directions(r, lo, hi);
    expect(said).toHaveLength(1);
    expect(directions(r, -size, size), 'widened past nought').toEqual([]);
    expect(directions(r, null, null), 'interval deleted').toEqual([]);
    expect(directions(r, -hi, -lo), 'sign flipped').toEqual([-said[0]!]);
  }
  const caused = records.filter((r) => r.licence !== null);
  expect(caused.length).toBeGreaterThan(1_000);
  for (const r of caused) expect(readBack(templates[1]!({ ...r, licence: null }).plain).causal, 'licence deleted').toEqual([]);
});

test('a wrong text is caught: each figure, hedge or direction changed by hand', () => {
  const random = seededRandom(3);
  let missed = 0;
  let tried = 0;
  for (let i = 0; i < 3_000; i++) {
    const record = randomRecord(random);
    const sentence = templates[0]!(record);
    const swapped = sentence.pieces.map((p) => (p.kind === 'direction' ? (['more', 'longer', 'higher'].includes(p.text) ? 'fewer' : 'more') : p.text)).join('');
    if (swapped === sentence.plain) continue;
    tried++;
    if (violations(swapped, evidenceOf(record)).length === 0) missed++;
  }
  expect(tried).toBeGreaterThan(500);
  expect(missed).toBe(0);
});
