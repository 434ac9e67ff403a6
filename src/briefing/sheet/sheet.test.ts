import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { plainEnglish, violations } from '../../language/index.ts';
import { seededRandom } from '../../maths/random/index.ts';
import { sheetSchema } from '../schemas.ts';
import { composeSheet, namesOf, reviewDate, sheetText, wordingVersion } from './compose.ts';
import { evidenceOf } from './figures.ts';
import { factoryAsOf, processOf, randomInput, serviceOf, sheetInputOf, stopOf } from './sheet.factory.ts';

const today = sheetInputOf(
  [processOf(seededRandom(4), { shift: 8 }), processOf(seededRandom(5), { id: 'purchase', name: 'Purchase to pay', caseNoun: 'purchase' })],
  [serviceOf('wms', [stopOf(39 * 24 + 9.7, null)], { tier: 1, neededBy: ['Order 2 Cash'], supplier: 'Acme 24 Hosting' }), serviceOf('erp', [stopOf(200, 5), stopOf(300, 2)]), serviceOf('mail', [])],
);

test('the sheet leads with what is down, then what was missed, then what changed; every exception has a post and a date', () => {
  const sheet = composeSheet(today);
  expect(() => sheetSchema.parse(sheet)).not.toThrow();
  expect(sheet.headline.plain).toBe('Service WMS is down.');
  expect(sheet.lead.map((s) => s.plain).slice(0, 2)).toEqual(['Service WMS has been down since 09:42. Order 2 Cash needs it. Acme 24 Hosting runs it for us.', 'One service was below its agreed level in October.']);
  expect(sheet.lead[2]!.plain).toMatch(/^Orders took longer last week than on average in the 12 weeks before\.$/);
  expect(sheet.actions.map((a) => [a.verb, a.by, a.post.holder])).toEqual([['Act', '2026-11-09', 'Asha Patel'], ['Act', '2026-11-13', 'Asha Patel'], ['Ask', '2026-11-13', 'Asha Patel']]);
  expect(sheet.actions[1]!.statement.plain).toBe('Service ERP was up 99.06% of its agreed hours in October, below the agreed 99.5%.');
  expect(sheet.actions[1]!.why.plain).toBe('It was down for 7 hours, in two stops.');
  expect(sheet.sections.at(-1)!.statements[0]!.plain).toBe('Two of three services with an agreed level reached it.');
});

test('a quiet day says so, an empty company says what to do next', () => {
  expect(composeSheet(sheetInputOf([], [serviceOf('erp', [])]))).toMatchObject({ headline: { plain: 'Nothing on record needs you today.' }, actions: [], empty: null });
  const empty = composeSheet(sheetInputOf([], []));
  expect(empty.headline.plain).toBe('There is nothing to say yet.');
  expect(empty.empty!.next.length).toBeGreaterThan(0);
});

test('the review date is a Friday at least three days away', () => {
  expect(['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-13', '2026-11-14'].map((d) => reviewDate(Date.parse(`${d}T12:00:00Z`), 'Europe/London'))).toEqual(['2026-11-13', '2026-11-13', '2026-11-20', '2026-11-20', '2026-11-20']);
  expect(reviewDate(factoryAsOf, 'Europe/London')).toBe('2026-11-13');
});

const maskedOf = (input: typeof today, dates: readonly string[]): string[] => [...namesOf(input), ...dates];
/** Dates and clock times are no claims; they are recognised by their form. */
const datesIn = (text: string): string[] => text.match(/since \d\d:\d\d(?: on \w+ \d+ \w+)?|the week of \d+ \w+(?: \d{4})?/g) ?? [];

test('150 random companies: no sentence of any sheet says more than its claims, and every one can be read', () => {
  const random = seededRandom(11);
  let sentences = 0;
  const wrong: string[] = [];
  for (let i = 0; i < 150; i++) {
    const input = randomInput(random);
    const sheet = composeSheet(input);
    for (const text of sheetText(sheet).split('\n\n').filter((t) => t !== '')) {
      sentences++;
      wrong.push(...violations(text, evidenceOf(input, maskedOf(input, datesIn(text)))).map((v) => `${text} → ${v}`));
    }
    if (sheet.readability.longestSentenceWords > 25) wrong.push(`a sentence of ${sheet.readability.longestSentenceWords} words: ${sheetText(sheet)}`);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(sentences).toBeGreaterThan(1_000);
}, 120_000);

test('the sheet passes its own gate of plain English', () => {
  const sheet = composeSheet(today);
  process.stdout.write(`${sheetText(sheet)}\n\ngrade ${sheet.readability.grade?.toFixed(1)}, longest sentence ${sheet.readability.longestSentenceWords} words\n`);
  expect(plainEnglish(sheetText(sheet), { terms: [], names: [...namesOf(today)] })).toEqual([]);
});

test('a claim that loses its interval, its level or its figure takes the words with it', () => {
  const bare = (input: typeof today) => sheetText(composeSheet(input));
  const without = (change: (c: (typeof today.claims)[number]) => (typeof today.claims)[number]) => ({
    ...today, processes: today.processes.map((p) => ({ ...p, claims: p.claims.map(change) })),
  });
  expect(bare(today)).toContain('longer');
  expect(bare(without((c) => ({ ...c, comparator: c.comparator === null ? null : { ...c.comparator, lo: null, hi: null } })))).not.toMatch(/longer|shorter|more|fewer|higher|lower/);
  expect(bare(without((c) => ({ ...c, comparator: c.comparator === null ? null : { ...c.comparator, lo: -1e9, hi: 1e9 } })))).not.toMatch(/longer|shorter|more|fewer|higher|lower/);
  expect(bare(without((c) => ({ ...c, estimate: null })))).not.toMatch(/took|on time|in progress/);
});

test('a change of any word of the sheets raises the version of the wording: verify compares like with like', () => {
  const random = seededRandom(3);
  const said = [today, ...Array.from({ length: 40 }, () => randomInput(random)), sheetInputOf([], []), sheetInputOf([], [serviceOf('erp', [])])].map((input) => sheetText(composeSheet(input))).join('\n');
  // Where this fails because words were meant to change: raise wordingVersion, then put both in.
  expect([wordingVersion, createHash('sha256').update(said).digest('hex').slice(0, 16)]).toEqual([1, '113215ff9a40251f']);
});
