import { expect, test } from 'vitest';
import { countedTitle, readCounted, writeCounted } from './counted.ts';

test('what a figure counts is read back from its address, and said in words', () => {
  const march = { since: '2026-03-23T00:00:00.000Z', until: '2026-03-29T23:00:00.000Z' };
  for (const [of, title] of [
    [{ in: { counted: 'completed', ...march } }, 'Cases completed in the week from 23 Mar 2026'],
    [{ in: { counted: 'in-progress', ...march } }, 'Cases in progress at the end of the week from 23 Mar 2026'],
    [{ in: { counted: 'by-silence', since: '2026-03-22T11:00:00Z', until: '2026-03-23T11:00:00Z' } }, 'Cases closed after a silence on 22 Mar 2026'],
    [{ steps: { step: 'Check & pay', again: true } }, 'Cases with “Check & pay” done again'],
  ] as const) {
    expect(readCounted(writeCounted(of))).toEqual(of);
    expect(countedTitle(of)).toBe(title);
  }
  expect(countedTitle(readCounted('counted=started&since=x&until=y'))).toBe('Cases started on x');
});
