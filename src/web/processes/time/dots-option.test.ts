import { expect, test } from 'vitest';
import { dotsOption, dotWords, type Dots } from './dots-option.ts';

const dots: Dots = {
  activities: ['register', '<b>decide</b>'], cases: [{ id: 'k<1>', first: '2026-03-28T12:00:00Z', seconds: 86_400 }, { id: 'k2', first: '2026-03-29T00:00:00Z', seconds: 0 }],
  case: [0, 0, 1], activity: [0, 1, 0], seconds: [0, 86_400, 0], sampledFrom: { cases: 2, events: 3 }, cut: false,
};
const inks = { accent: 'a', quiet: 'q', line: 'l', ink: 'i', card: 'c', sans: 's' };
const drawn = (across: 'since' | 'when') => (dotsOption(dots, { across, marked: 'register', zone: 'UTC', dark: false, inks }) as { series: { data: number[][] }[] }).series.map((s) => s.data);

test('each event is one dot: of its case, at its time, in the accent where its step is the marked one', () => {
  expect(drawn('since')).toEqual([[[86_400, 0, 1]], [[0, 0, 0], [0, 1, 2]]]);
  expect(drawn('when')).toEqual([[[Date.UTC(2026, 2, 29, 12), 0, 1]], [[Date.UTC(2026, 2, 28, 12), 0, 0], [Date.UTC(2026, 2, 29), 1, 2]]]);
});

test('few dots are large enough to be seen', () => {
  const sizes = (of: Dots) => (dotsOption(of, { across: 'since', marked: 'register', zone: 'UTC', dark: false, inks }) as { series: { symbolSize: number }[] }).series.map((s) => s.symbolSize);
  const many = Array.from({ length: 201 }, () => 0);
  expect([sizes(dots), sizes({ ...dots, case: many, activity: many, seconds: many })]).toEqual([[6, 8], [3, 5]]);
});

test('a dot says its step, case and time, names as text', () => {
  expect(dotWords(dots, 1, 'Europe/London')).toBe('<b>&#60;b&#62;decide&#60;/b&#62;</b><br>case k&#60;1&#62;<br>29 Mar 2026, 13:00, 1\u00a0day after it began');
});
