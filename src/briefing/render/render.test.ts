import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seededRandom } from '../../maths/random/index.ts';
import { briefSchema, type Brief } from '../schemas.ts';
import { composeSheet } from '../sheet/compose.ts';
import { processOf, serviceOf, sheetInputOf, stopOf } from '../sheet/sheet.factory.ts';
import { chartSvg, youngWeeks } from './chart.ts';
import { toHtml, toMarkdown, toPdf } from './index.ts';

const nasty = '<b>*Order* | #1</b> \\ [x](y) "q"';

function briefOf(name: string): Brief {
  const input = sheetInputOf(
    [processOf(seededRandom(4), { shift: 8, name }), processOf(seededRandom(5), { id: 'purchase', name: 'Purchase to pay', caseNoun: 'purchase' }), processOf(seededRandom(6), { id: 'service', name: 'Customer service', caseNoun: 'contact', weeks: 8 })],
    [serviceOf('wms', [stopOf(39 * 24 + 9.7, null)], { tier: 1, neededBy: [name], supplier: 'Acme 24 Hosting' }), serviceOf('erp', [stopOf(200, 5), stopOf(300, 2)]), serviceOf('mail', [])],
  );
  return briefSchema.parse({
    id: 'b1', title: 'Weekly sheet', createdAt: '2026-11-09T10:06:00Z', createdBy: 'Asha Patel', chain: { length: 1234, hash: 'ab'.repeat(32) }, sheet: composeSheet(input),
    claims: [...input.processes.flatMap((p) => p.claims), ...input.services.flatMap((s) => s.claims), ...input.claims],
  });
}

test('Markdown says the sheet from the headline to where each figure comes from', () => {
  const text = toMarkdown(briefOf('Order to cash'));
  expect(text.startsWith('# Service WMS is down.\n\n*Northgate Supplies · shown as of Monday 9 November 2026, 10:05 · evidence up to 10:04 · Europe/London*')).toBe(true);
  for (const part of ['- **Act.** Bring Service WMS back.', '**Head of Order Fulfilment, Asha Patel**, by Friday 13 November', '## Where each figure comes from', 'audit chain of 1234 entries, head abababababababab']) expect(text).toContain(part);
});

test('names from the registers become no markup in any form', () => {
  const brief = briefOf(nasty);
  expect(toHtml(brief)).not.toContain('<b>*Order*');
  expect(toHtml(brief)).toContain('&lt;b&gt;*Order* | #1&lt;/b&gt;');
  expect(toMarkdown(brief)).toContain('\\<b\\>\\*Order\\* | \\#1\\</b\\> \\\\ \\[x\\](y) "q"');
  expect(toPdf(brief).subarray(0, 5).toString()).toBe('%PDF-');
});

test('saved views lead somewhere only where the app has a public address; else the words say where they are', () => {
  const statement = { parts: [{ text: 'Half of 40 cases take more than 2 days.' }], plain: 'Half of 40 cases take more than 2 days.', claims: [] };
  const brief = { ...briefOf('Order to cash'), views: [{ id: 'late-1', version: 'v', name: 'Late in *Scotland*', statement, to: '/flow?log=orders&view=cases&activity=a+<b>' }] };
  for (const text of [toMarkdown(brief), toHtml(brief)]) {
    expect(text).toContain('In Hymnsheet they are on the page “How work flows”, under these names.');
    expect(text).not.toContain('/flow?log=orders');
  }
  expect(toMarkdown(brief)).toContain('**Late in \\*Scotland\\*** Half of 40 cases take more than 2 days.');
  const [markdown, html, pdf] = [toMarkdown(brief, 'https://sheet.example.org'), toHtml(brief, 'https://sheet.example.org'), toPdf(brief, 'https://sheet.example.org')];
  expect(markdown).toContain('**[Late in \\*Scotland\\*](<https://sheet.example.org/flow?log=orders&view=cases&activity=a+%3Cb%3E>)** Half of');
  expect(html).toContain('<a href="https://sheet.example.org/flow?log=orders&amp;view=cases&amp;activity=a+%3Cb%3E">Late in *Scotland*</a>');
  expect([markdown, html].some((t) => t.includes('under these names'))).toBe(false);
  expect([pdf.includes('https://sheet.example.org/flow'), toPdf(brief).includes('/flow?')]).toEqual([true, false]);
});

test('HTML needs nothing else, and every figure leads to its line', () => {
  const html = toHtml(briefOf('Order to cash'));
  expect(html).not.toMatch(/<script|src=|https?:\/\/(?!www\.w3\.org)/);
  const links = [...html.matchAll(/href="#(c-[0-9a-f]{8})"/g)].map((m) => m[1]!);
  expect(links.length).toBeGreaterThan(10);
  for (const id of links) expect(html).toContain(`id="${id}"`);
});

test('the PDF is the same bytes for the same brief, and quick once warm', () => {
  const brief = briefOf('Order to cash');
  const first = toPdf(brief);
  const began = performance.now();
  expect(toPdf(brief).equals(first)).toBe(true);
  process.stdout.write(`a PDF of ${first.length} bytes in ${(performance.now() - began).toFixed(0)} ms\n`);
  if (process.env['HYMNSHEET_LOOK'] !== undefined) {
    mkdirSync(process.env['HYMNSHEET_LOOK'], { recursive: true });
    writeFileSync(`${process.env['HYMNSHEET_LOOK']}/brief.pdf`, first);
    writeFileSync(`${process.env['HYMNSHEET_LOOK']}/brief.html`, toHtml(brief));
    writeFileSync(`${process.env['HYMNSHEET_LOOK']}/brief.md`, toMarkdown(brief));
  }
});

test('a chart has a gap where a week has no figure, and says so where none has', () => {
  const points = [1, 2, null, 3, 4].map((value, i) => ({ start: `2026-10-0${i + 1}`, value, lo: null, hi: null, n: 1, settling: false }));
  expect(chartSvg({ measure: 'm', name: 'm', unit: 's', points }).match(/<polyline/g)).toHaveLength(2);
  expect(chartSvg({ measure: 'm', name: 'm', unit: 's', points: [] })).toContain('No figure yet');
});

test('the first weeks of a young log are dotted, and the line says why', () => {
  const week = 7 * 86_400;
  const points = [0.2, 1, 3, 3, 3, 3].map((weeks, i) => ({ start: `2026-10-0${i + 1}`, value: weeks * week, lo: null, hi: null, n: 1, settling: i < 2 }));
  const series = { measure: 'cycle-time-median', name: 'm', unit: 's', points };
  expect(youngWeeks(series)).toBe(2);
  expect(youngWeeks({ ...series, points: points.slice(2) })).toBe(0);
  expect(youngWeeks({ ...series, points: points.slice(1) })).toBe(0);
  expect(youngWeeks({ ...series, points: points.slice(0, 2) })).toBe(2);
  const lines = chartSvg(series).match(/<polyline[^>]*>/g) ?? [];
  expect(lines.map((l) => [l.includes('stroke-dasharray'), l.match(/[\d.]+,[\d.]+/g)?.length])).toEqual([[true, 3], [false, 4]]);
});
