import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceInWords, shownFigures } from './shown.ts';
import type { FigureCheck } from './validate.ts';

const good: FigureCheck = { verdict: 'good', off: 0.03, what: 'cycle times' };
const d = (measure: string, quantity: string, estimate: number | null, lo: number, hi: number, check = good) => differenceInWords({ measure, quantity, before: 100, estimate, lo, hi, n: 40 }, check);

test('a difference has a direction only where its interval excludes nought', () => {
  expect(d('hands-on-time', 'Hands-on time', -110, -120, -90)).toBe('Hands-on time: about 110 hours less a week.');
  expect(d('median-cycle-time', 'Median cycle time', -8.6, -29.2, -5.02)).toBe('Median cycle time: between 5 and 30 hours shorter.');
  expect(d('cases-completed', 'Cases completed', -1.4, -27.3, 19.8)).toBe('Cases completed: we cannot yet tell: between 30 cases fewer and 20 cases more a week.');
  expect(d('waiting-for-people', 'Waiting for people', 40, 37, 43)).toBe('Waiting for people: about 40 hours more a week.');
  expect(d('waiting-for-people', 'Waiting for people', 0, 0, 0)).toBe('Waiting for people: no measurable effect.');
  // Six minutes a week are nothing, however little there was.
  expect(differenceInWords({ measure: 'waiting-for-people', quantity: 'Waiting for people', before: 0.04, estimate: -0.04, lo: -0.09, hi: 0, n: 3 }, good)).toBe('Waiting for people: no measurable effect.');
  expect(d('median-cycle-time', 'Median cycle time', 0.1, -0.5, 0.9)).toBe('Median cycle time: no measurable effect.');
  expect(d('median-cycle-time', 'Median cycle time', null, 0, 0)).toBe('Median cycle time: no run gave a figure.');
});

test('the weaker the check, the weaker the sentence', () => {
  const off = { off: 0.12, what: 'cases a week' };
  expect(d('cases-completed', 'Cases completed', -15, -15.4, -14.6)).toBe('Cases completed: 15.0 cases fewer a week.');
  expect(d('cases-completed', 'Cases completed', -15, -15.4, -14.6, { verdict: 'fair', ...off })).toBe('Cases completed: roughly between 14.6 and 15.4 cases fewer a week; in weeks that it had not seen, its cases a week were 12% off.');
  expect(d('cases-completed', 'Cases completed', -15, -15.4, -14.6, { verdict: 'poor', ...off })).toBe('Cases completed: not known. If the simulation were right, between 14.6 and 15.4 cases fewer a week; but in weeks that it had not seen, its cases a week were 12% off.');
  expect(d('median-cycle-time', 'Median cycle time', 2, 1.9, 2.1, { verdict: 'poor', off: 0.52, what: 'median cycle time' })).toMatch(/not known\. .* its median cycle time was 52% off\.$/);
  expect(d('median-cycle-time', 'Median cycle time', 2, 1.9, 2.1, { verdict: 'poor', off: 57, what: 'median cycle time' })).toMatch(/ was far off\.$/);
  expect(d('cases-completed', 'Cases completed', 9, 4, 14, { verdict: 'none', off: null, what: 'cases a week' })).toBe('Cases completed: not checked. If the simulation is right, between 4 and 14 cases more a week.');
  // What cannot be told is not told roughly.
  expect(d('cases-completed', 'Cases completed', 1, -4, 6, { verdict: 'fair', ...off })).toMatch(/^Cases completed: we cannot yet tell: /);
});

const shown = (measure: string, before: number, estimate: number, lo: number, hi: number, measured: number | null = null) => shownFigures({ measure, quantity: '', before, after: before + estimate, estimate, lo, hi, n: 40, measured });

test('the figures of a row have one last digit, which the interval supports', () => {
  expect(shown('cases-completed', 1245.4, -5.8, -9.3, -2.2, 1109.2)).toEqual({ measured: '1,109', before: '1,245', after: '1,239', difference: '−6', lo: '−10', hi: '−2' });
  expect(shown('median-cycle-time', 50.2, -0.31, -0.42, -0.2, 49.93)).toEqual({ measured: '49.9 hours', before: '50.2 hours', after: '49.9 hours', difference: '−0.3 hours', lo: '−0.5 hours', hi: '−0.2 hours' });
  // A wide interval does not make a figure of today coarse, and a narrow one not finer than anybody can read.
  expect(shown('waiting-for-people', 3700, -980, -2530, -160)).toMatchObject({ measured: '–', before: '3,700', after: '2,720', difference: '−980' });
  expect(shown('hands-on-time', 1245.31, -5.8, -5.801, -5.799)).toMatchObject({ before: '1,245.3', after: '1,239.5', difference: '−5.8' });
  expect(shown('hands-on-time', 0, 0, 0, 0)).toEqual({ measured: '–', before: '0', after: '0', difference: '0', lo: '0', hi: '0' });
  expect(shownFigures({ measure: 'median-cycle-time', quantity: '', before: null, after: null, estimate: null, lo: null, hi: null, n: 0, measured: 3 }).measured).toBe('–');
});

test('whatever the figures, as today and the difference make what is shown with the change', () => {
  const read = (text: string) => Number(/[+−]?[\d,.]+/.exec(text)![0].replaceAll(',', '').replace('−', '-'));
  fc.assert(fc.property(fc.constantFrom('cases-completed', 'median-cycle-time', 'hands-on-time'), fc.double({ min: 0, max: 1e5, noNaN: true }), fc.double({ min: -1, max: 3, noNaN: true }), fc.double({ min: 0, max: 1e3, noNaN: true }), (measure, before, share, half) => {
    const estimate = before * share;
    const of = shown(measure, before, estimate, estimate - half, estimate + half);
    const [today, changed, by] = [of.before, of.after, of.difference].map(read) as [number, number, number];
    expect(Math.abs(today + by - changed)).toBeLessThanOrEqual(1e-9 * Math.max(1, today, changed));
    expect([read(of.lo) <= by, by <= read(of.hi)]).toEqual([true, true]);
    for (const text of Object.values(of)) expect(text).not.toMatch(/NaN|Infinity/);
  }));
});
