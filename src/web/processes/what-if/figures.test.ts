import { expect, test } from 'vitest';
import { endOf, figureOf, headOf, loadOf, placeIn, signed, spanOf } from './figures.ts';

test('figures with their units', () => {
  expect([figureOf(2.5, 'h'), figureOf(null, 'h/week'), figureOf(1250.4, 'cases/week'), figureOf(4.26, 'h/week'), signed(3, 'cases/week'), signed(-3, 'cases/week'), signed(0, 'h/week')].map((t) => t.replace('\u00a0', ' '))).toEqual(['2.5 h', '–', '1,250', '4.3', '+3', '−3', '0']);
  expect([headOf('Median cycle time', 'h'), headOf('Cases completed', 'cases/week'), headOf('Hands-on time', 'h/week')]).toEqual(['Median cycle time', 'Cases completed, a week', 'Hands-on time, hours a week']);
  expect([loadOf(null), loadOf(0.804)]).toEqual(['–', '80%']);
});

test('the ends of a bar carry their unit, and nought needs none', () => {
  expect([endOf(1004, 'h/week', 1004), endOf(-3, 'cases/week', 3), endOf(0, 'h/week', 4), endOf(-0.5, 'h', 2)].map((t) => t.replaceAll('\u00a0', ' '))).toEqual(['+1,004 h a week', '−3 a week', '0', '−0.5 h']);
});

test('a bar holds nought and every draw', () => {
  expect([spanOf([2, 5]), spanOf([-3, -1]), spanOf([-1, 4]), spanOf([0, 0])]).toEqual([[0, 5], [-3, 0], [-1, 4], [-1, 1]]);
  expect([placeIn(0, [-1, 4]), placeIn(9, [0, 5]), placeIn(1, [2, 2])]).toEqual([20, 100, 50]);
});
