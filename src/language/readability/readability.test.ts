import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findTerms, plainEnglish, readability, sentences, unexplainedTerms, wordsOf } from '../index.ts';

const terms = [{ term: 'event log', meaning: 'a file of what happened', sayInstead: null }, { term: 'log', meaning: 'a record', sayInstead: 'record' }, { term: 'rework', meaning: 'a step done again', sayInstead: null }];

test('sentences end where a reader stops, not inside numbers and abbreviations', () => {
  expect(sentences('It took 2.6 days. It is late, e.g. in Leeds. Why? “Ask Mr. Hall.”').map((s) => s.words.length)).toEqual([4, 6, 1, 3]);
  expect(sentences('# Title\n\nOne line.\n- an item\n- another').map((s) => [s.line, s.column])).toEqual([[1, 1], [3, 1], [4, 1], [5, 1]]);
  expect(wordsOf('1,204 orders don’t wait: 96.4% at £2.5')).toEqual(['1,204', 'orders', 'don’t', 'wait', '96.4%', 'at', '£2.5']);
});

test('scores by the published formulas, on a text counted by hand', () => {
  // 54 words, 6 sentences, 54 syllables, none of three.
  const text = Array.from({ length: 6 }, () => 'The cat sat on the mat by the door.').join(' ');
  const r = readability(text);
  expect([r.words, r.sentences, r.longestSentenceWords]).toEqual([54, 6, 9]);
  expect(r.ease).toBeCloseTo(206.835 - 1.015 * 9 - 84.6, 9);
  expect(r.grade).toBeCloseTo(0.39 * 9 + 11.8 - 15.59, 9);
  expect(r.smog).toBeCloseTo(3.1291, 9);
  expect(readability('Too short to score.').grade).toBeNull();
});

test('the gate: hard words, long sentences, abbreviations, terms', () => {
  const long = `This sentence ${Array.from({ length: 24 }, () => 'goes on').join(' ')}.`;
  expect(plainEnglish(`Fine.\nThe SLA was met. ${long}`, { terms: [], names: [] }).map((f) => [f.rule, f.line])).toEqual([['long-sentence', 2], ['abbreviation', 2]]);
  expect(plainEnglish('The WMS stopped. The SLA (service level) was met.', { terms: [], names: ['WMS'] })).toEqual([]);
  const hard = Array.from({ length: 12 }, () => 'Organisational considerations necessitate comprehensive operational transformation.').join(' ');
  expect(plainEnglish(hard, { terms: [], names: [] }).map((f) => f.rule)).toEqual(['grade']);
  expect(plainEnglish('There was rework.', { terms, names: [] })[0]).toMatchObject({ rule: 'term', line: 1, column: 11 });
});

test('terms are found at first use, the longest first, and an explanation settles them', () => {
  expect(findTerms('The event logs and a log of rework', terms).map((t) => t.found)).toEqual(['event logs', 'log', 'rework']);
  expect(findTerms('A blog, an analogue', terms)).toEqual([]);
  expect(unexplainedTerms('Rework (a step done again) was high. Rework hurts.', terms)).toEqual([]);
  expect(unexplainedTerms('A step done again (rework) hurts.', terms)).toEqual([]);
});

test('the glossary of the product explains every word that the design fixes', () => {
  const glossary = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8');
  const rows = new Set([...glossary.matchAll(/^\| \*\*(.+?)\*\*/gm)].map((m) => m[1]));
  const wanted = ['case', 'business case', 'claim', 'promised', 'measured', 'proven', 'post', 'permission set', 'administrator', 'editor', 'finance', 'contributor', 'viewer', 'too early', 'not yet proven', 'proven short of plan', 'got worse', 'justified', 'watch', 'no longer justified', 'cannot say', 'event log', 'variant', 'activity', 'service', 'incident', 'objective', 'measure', 'outcome', 'benefit', 'gate'];
  expect(wanted.filter((w) => !rows.has(w))).toEqual([]);
});
