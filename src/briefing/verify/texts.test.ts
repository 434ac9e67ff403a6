import { expect, test } from 'vitest';
import { seededRandom } from '../../maths/random/index.ts';
import { composeSheet } from '../sheet/compose.ts';
import { processOf, serviceOf, sheetInputOf, stopOf } from '../sheet/sheet.factory.ts';
import type { Sheet } from '../schemas.ts';
import { textDifferences } from './texts.ts';

const input = sheetInputOf([processOf(seededRandom(4), { shift: 8 })], [serviceOf('wms', [stopOf(39 * 24 + 9.7, null)], { tier: 1, supplier: 'Acme' }), serviceOf('erp', [stopOf(200, 5)])]);
const sheet = composeSheet(input);

test('a sheet is what it is made from', () => {
  const { checked, differ } = textDifferences(sheet, composeSheet(input));
  expect(differ).toEqual([]);
  expect(checked).toBeGreaterThan(30);
});

test('who acts, by when, and what a chart draws are texts too', () => {
  const [first, ...rest] = sheet.actions;
  const [chart] = sheet.charts;
  const points = chart!.series[0]!.points.map((p, i) => (i === 3 ? { ...p, value: p.value! * 1.001 } : p));
  const places = (changed: Partial<Sheet>) => textDifferences({ ...sheet, ...changed }, sheet).differ.map((d) => d.place);
  expect(places({ actions: [{ ...first!, post: { ...first!.post, holder: 'Nobody' } }, ...rest] })).toEqual(['action 1, post']);
  expect(places({ actions: [{ ...first!, by: '2027-01-01' }, ...rest] })).toEqual(['action 1, by']);
  expect(places({ charts: [{ ...chart!, series: [{ ...chart!.series[0]!, points }] }] })).toEqual(['chart 1, median cycle time']);
  expect(places({ company: 'Another' })).toEqual(['company']);
});

test('the last digits of a chart’s figures, which the order of summing may change, are no difference', () => {
  const charts = sheet.charts.map((c) => ({ ...c, series: c.series.map((s) => ({ ...s, points: s.points.map((p) => ({ ...p, value: p.value === null ? null : p.value * (1 + 1e-13) })) })) }));
  expect(textDifferences({ ...sheet, charts }, sheet).differ).toEqual([]);
});

test('a figure whose words stay but that opens another claim is shown in full', () => {
  const parts = sheet.charts[0]!.title.parts.map((p) => ('figure' in p ? { figure: { ...p.figure, claim: 'another' } } : p));
  const [found] = textDifferences({ ...sheet, charts: [{ ...sheet.charts[0]!, title: { ...sheet.charts[0]!.title, parts } }] }, sheet).differ;
  expect(found!.written).toContain('another');
  expect(found!.again).not.toContain('another');
});
