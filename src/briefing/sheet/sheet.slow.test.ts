import { expect, test } from 'vitest';
import { violations } from '../../language/index.ts';
import { seededRandom } from '../../maths/random/index.ts';
import { composeSheet, namesOf, sheetText } from './compose.ts';
import { evidenceOf } from './figures.ts';
import { randomInput } from './sheet.factory.ts';

test('2,000 random companies: no sentence of any sheet says more than its claims', () => {
  const random = seededRandom(12);
  const wrong: string[] = [];
  let sentences = 0;
  for (let i = 0; i < 2_000; i++) {
    const input = randomInput(random);
    for (const text of sheetText(composeSheet(input)).split('\n\n').filter((t) => t !== '')) {
      sentences++;
      const dates = text.match(/since \d\d:\d\d(?: on \w+ \d+ \w+)?|the week of \d+ \w+(?: \d{4})?/g) ?? [];
      wrong.push(...violations(text, evidenceOf(input, [...namesOf(input), ...dates])).map((v) => `${text} → ${v}`));
    }
  }
  process.stdout.write(`${sentences} sentences read back\n`);
  expect(wrong.slice(0, 3)).toEqual([]);
});
