import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBrief, Today, toHtml, toMarkdown, toPdf, verifyBrief, type Brief, type Sheet } from '../../src/briefing/index.ts';
import { Recomputed } from '../../src/briefing/verify/recompute.ts';
import { sheetAgain, verifyTexts } from '../../src/briefing/verify/sentences.ts';
import { textDifferences } from '../../src/briefing/verify/texts.ts';
import { currentRecord, currentRecords, registerChanges } from '../../src/platform/register/index.ts';
import { loadFolder } from '../../src/platform/company-folder/index.ts';
import { plainEnglish } from '../../src/language/index.ts';
import { openEngine, type EventEngine } from '../../src/platform/event-engine/index.ts';
import { currentVersion } from '../../src/processes/catalogue/index.ts';
import { map, summary, type Manifest } from '../../src/processes/event-logs/index.ts';
import { eventLogKind } from '../../src/processes/log-register/index.ts';
import { importLog, type DatasetVersion } from '../../src/processes/event-logs/versions/index.ts';
import { processCasesAnswer, ProcessMeasures, type EventStore } from '../../src/processes/performance/index.ts';
import { logCasesAnswer } from '../../src/processes/saved-views/index.ts';
import { servicesAnswer, serviceStopsAnswer } from '../../src/basics/health/index.ts';
import { allRowsOf, findClaim, rowsOf, type Claim } from '../../src/evidence/claims/index.ts';
import { incidentKind, type Incident } from '../../src/basics/incidents/index.ts';
import type { Truth } from '../../examples/generator/northgate/truth.ts';
import { actor, applyFiles, kinds, workspace, type Workspace } from '../company-folder/harness.ts';

// The whole way of Northgate Supplies: folder and logs in, sentences out, every figure against the planted truth.
const folder = join(import.meta.dirname, '../../examples/northgate');
const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;

let w: Workspace;
let engine: EventEngine;
let store: EventStore;
let today: Today;
let sheet: Sheet;
let claims: readonly Claim[];
const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-briefing-'));
const editor = actor(['administrator']);
/** Somebody who waits for their rows. */
const waits = new AbortController().signal;

beforeAll(async () => {
  w = await workspace();
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  store = { engine, dir: join(dir, 'events') };
  today = new Today(new ProcessMeasures(store));
  await applyFiles(w.as(editor), await loadFolder(folder, kinds.all), kinds);
  for (const log of await currentRecords(w.db, eventLogKind)) {
    const { version } = await importLog({ dir: store.dir, source: { path: join(folder, log.body.file!) }, mapping: { ...log.body.mapping!, zone: log.body.zone }, mode: 'replace', threads: 1 });
    await catalogue(log.id, version);
  }
  ({ sheet, claims } = await today.sheet(w.as(editor)));
});

afterAll(async () => {
  await engine.close();
  await w.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Names a version in the catalogue and makes it current, as an import does. */
async function catalogue(eventLog: string, { id, manifest }: DatasetVersion): Promise<void> {
  const at = new Date('2026-11-09T10:05:00Z');
  await w.db.insertInto('datasetVersion').values({ id, eventLog, parent: null, mode: 'replace', manifest: JSON.stringify(manifest), fileName: eventLog, fileSha256: '', reading: '{}' as never, events: manifest.counts.events, cases: manifest.counts.cases, firstEvent: at, lastEvent: at, report: '{}' as never, importedAt: at, importedByKind: 'person', importedById: 'ada', collectedAt: null }).execute();
  await w.db.insertInto('eventLogCurrent').values({ eventLog, version: id, changedAt: at }).execute();
}

const claim = (subject: string, measure: string): Claim => claims.find((c) => c.subject.id === subject && c.measure === measure)!;

test.each(truth.processes.map((p) => p.process))('%s: the claims of last week are the planted measures', (process) => {
  const week = truth.processes.find((p) => p.process === process)!.weeks.at(-1)!;
  expect(claim(process, 'throughput')).toMatchObject({ estimate: week.throughput, n: week.throughput });
  expect(claim(process, 'cycle-time-median').estimate).toBeCloseTo(week.cycleMedian!, 3);
  expect(claim(process, 'cycle-time-p90').estimate).toBeCloseTo(week.cycleP90!, 3);
  expect(claim(process, 'working-time-median').estimate).toBeCloseTo(week.workingMedian!, 3);
  expect(claim(process, 'work-in-progress').estimate).toBe(week.workInProgress);
  expect(claim(process, 'rework-share').estimate).toBeCloseTo(week.reworkShare!, 12);
  expect(claim(process, 'on-time-share').estimate).toBeCloseTo(week.onTimeShare!, 12);
});

test('the availability of every service in its last whole window is the planted one', () => {
  const october = Object.keys(truth.services[0]!.windows).find((name) => /october|2026-10/i.test(name))!;
  for (const planted of truth.services) {
    const wanted = planted.windows[october]!;
    expect([planted.service, claim(planted.service, 'availability').estimate]).toEqual([planted.service, expect.closeTo(wanted.availability!, 9)]);
  }
});

test('the sheet is plain English and says only what is on record', () => {
  process.stdout.write(`${toMarkdownOf(sheet)}\n`);
  const names = [...claims.map((c) => c.subject.name), 'ERP', 'EDI'];
  const text = [sheet.headline, ...sheet.lead, ...sheet.actions.flatMap((a) => [a.statement, a.why]), ...sheet.sections.flatMap((s) => s.statements)].map((s) => s.plain).join('\n\n');
  expect(plainEnglish(text, { terms: [], names }).filter((f) => f.rule !== 'abbreviation')).toEqual([]);
  expect(sheet.pinned).toBe(true);
  expect(sheet.actions.every((a) => a.post.holder !== null && a.by >= '2026-11-09')).toBe(true);
  expect(text).not.toMatch(/cost|benefit|£|justified/i);
});

test('the sheet is there again at once while nothing changed', async () => {
  const began = performance.now();
  const again = await today.sheet(w.as(editor));
  process.stdout.write(`the sheet again in ${(performance.now() - began).toFixed(0)} ms\n`);
  expect(again.sheet).toEqual(sheet);
});

test.each(truth.processes.map((p) => [p.process, p.counts] as const))('%s: the log holds what was planted', async (process, counts) => {
  const log = (await currentRecords(w.db, eventLogKind)).find((l) => l.body.process === process)!;
  const row = (await currentVersion(w.db, log.id))!;
  const c = await engine.connect();
  const found = await summary(c, { id: row.id, manifest: row.manifest as Manifest, dir: store.dir });
  c.close();
  expect(found).toMatchObject({ events: counts.events, cases: counts.cases, activities: counts.activities, variants: counts.variants });
});

test('each approval was given as often as planted, and the useless one was never followed by anything but going on', async () => {
  const log = (await currentRecords(w.db, eventLogKind)).find((l) => l.body.process === 'purchase-to-pay')!;
  const row = (await currentVersion(w.db, log.id))!;
  const c = await engine.connect();
  const flow = await map(c, { id: row.id, manifest: row.manifest as Manifest, dir: store.dir });
  c.close();
  for (const a of truth.approvals) expect([a.activity, flow.activities.find((x) => x.name === a.activity)?.count]).toEqual([a.activity, a.n]);
  const useless = truth.approvals.filter((a) => a.changed === 0).map((a) => a.activity);
  expect(useless).toEqual(['Approve small purchase again']);
  expect(flow.edges.filter((e) => e.from === useless[0]).map((e) => e.to)).toEqual(['Create purchase order']);
});

test('every figure opens: the rows behind it are as many as it counts', async () => {
  const ctx = w.as(editor);
  const answers = { 'process-cases': processCasesAnswer(store), 'service-stops': serviceStopsAnswer, services: servicesAnswer };
  for (const c of [claim('order-to-cash', 'throughput'), claim('order-to-cash', 'work-in-progress'), claim('customer-service', 'on-time-share')]) {
    const stored = (await findClaim(ctx.db, c.id))!;
    const rows = await rowsOf(ctx, stored, { limit: 20, offset: 0 }, answers, waits);
    expect([c.measure, rows.total, rows.rows.length, rows.next]).toEqual([c.measure, c.n, 20, '20']);
    // All of them, in pieces, are the same rows.
    const { columns, pieces } = await allRowsOf(ctx, stored, answers, new AbortController().signal);
    const all = [];
    for await (const piece of pieces) all.push(...piece);
    expect([columns, all.length, all.slice(0, 20)]).toEqual([rows.columns, c.n, rows.rows]);
  }
  const stopped = claims.find((c) => c.measure === 'down-time' && c.n > 0)!;
  const stops = await rowsOf(ctx, stopped, { limit: 20, offset: 0 }, answers, waits);
  expect(stops.total).toBeGreaterThanOrEqual(stopped.n);
  const below = claims.find((c) => c.measure === 'services-below-level')!;
  const services = await rowsOf(ctx, below, { limit: 100, offset: 0 }, answers, waits);
  expect(services.total).toBe(below.n);
  expect(services.rows.filter((r) => r[1] === 'counted').map((r) => r[0])).toEqual(['Warehouse system']);
  expect(services.rows[0]?.[0]).toBe('Warehouse system');
  expect(stops.rows.reduce((sum, r) => sum + Number(r[6]), 0)).toBeGreaterThanOrEqual(stopped.estimate! - 1e-6);
});

let brief: Brief;

test('a brief verifies: every figure is the same again, from its inputs and today', async () => {
  brief = await createBrief(w.as(editor), { today, store, namesOf: async () => new Map() }, { title: 'Monday' });
  const began = performance.now();
  const result = await verifyBrief(w.db, store, brief);
  process.stdout.write(`verified ${result.figures} figures in ${(performance.now() - began).toFixed(0)} ms\n`);
  expect(result.rows.filter((r) => r.verdict !== 'same')).toEqual([]);
  expect(result).toMatchObject({ figures: brief.claims.length, same: brief.claims.length, moved: 0 });
  expect(toPdf(brief).subarray(0, 5).toString()).toBe('%PDF-');
  expect(toMarkdown(brief)).toContain(sheet.headline.plain);
});

test('saved views in a brief: what they showed is on record, opens its rows, and verifies; another filter gives other figures', async () => {
  const log = (await currentRecords(w.db, eventLogKind)).find((l) => l.body.process === 'order-to-cash')!;
  const { put } = registerChanges(kinds);
  const save = async (id: string, view: string, address: string) => put(w.as(editor), { kind: 'saved-view', id, expected: null, body: { name: `View *${id}*`, eventLog: log.id, view, address } });
  await save('scotland', 'variants', 'attribute=region%3AScotland&split=working');
  await save('weekly', 'measures', 'attribute=region%3AScotland');
  await save('one-way', 'map', 'variant=0');
  await expect(save('person', 'map', 'attribute=resource%3AJane')).rejects.toMatchObject({ code: 'bad-input' });
  await expect(createBrief(w.as(editor), { today, store, namesOf: async () => new Map() }, { views: ['gone'] })).rejects.toMatchObject({ code: 'bad-input' });
  const kept = await createBrief(w.as(editor), { today, store, namesOf: async () => new Map() }, { views: ['scotland', 'weekly', 'one-way'] });

  const row = (await currentVersion(w.db, log.id))!;
  const c = await engine.connect();
  const scots = await map(c, { id: row.id, manifest: row.manifest as Manifest, dir: store.dir }, { attributes: [{ name: 'region', values: ['Scotland'] }] });
  c.close();
  // An order is complete once its delivery is confirmed: when it is paid is no time of its process.
  const before = scots.edges.filter((e) => e.from !== 'Confirm delivery');
  const longest = before.toSorted((a, b) => b.sum - a.sum)[0]!;
  const [first, weekly] = kept.views;
  const figures = (of: typeof first) => of!.statement.claims.map((id) => kept.claims.find((k) => k.id === id)!);
  expect(figures(first).map((k) => [k.measure, k.estimate])).toEqual([['cases-in-view', Object.values(scots.start).reduce((sum, n) => sum + n, 0)], ['step-time-median', longest.median], ['step-time-share', longest.sum / before.reduce((sum, e) => sum + e.sum, 0)]]);
  expect(figures(first)[0]?.key).toBe(`event-log/${log.id}/cases-in-view/all/where attribute=region%3AScotland`);
  expect(first?.to).toBe(`/flow?log=${log.id}&view=variants&attribute=region%3AScotland&split=working`);
  const [done, cycle] = figures(weekly).slice(3);
  expect([done!.measure, cycle!.measure]).toEqual(['throughput', 'cycle-time-median']);
  expect(done!.estimate).toBeLessThan(claim('order-to-cash', 'throughput').estimate!);
  expect(done!.key).toContain('/where attribute=region%3AScotland/');

  // Figures on record open the rows that they were counted from.
  for (const figure of [figures(first)[0]!, done!]) {
    const rows = await rowsOf(w.as(editor), (await findClaim(w.db, figure.id))!, { limit: 5, offset: 0 }, { 'log-cases': logCasesAnswer(store), 'process-cases': processCasesAnswer(store) }, waits);
    expect(rows.total).toBe(figure.estimate);
  }
  const { pieces } = await logCasesAnswer(store).all!(w.as(editor), (await findClaim(w.db, figures(first)[0]!.id))!, new AbortController().signal);
  let behind = 0;
  for await (const piece of pieces) behind += piece.length;
  expect(behind).toBe(figures(first)[0]!.estimate);
  const verified = await verifyBrief(w.db, store, kept);
  expect(verified.rows.filter((r) => r.verdict !== 'same')).toEqual([]);
  expect(verified.texts).toMatchObject({ differ: [], same: verified.texts.checked });
  const forged = structuredClone(kept);
  forged.views[0]!.statement.plain = forged.views[0]!.statement.plain.replace('cases', 'happy cases');
  forged.claims.find((k) => k.id === figures(first)[0]!.id)!.estimate! += 1;
  const found = await verifyBrief(w.db, store, forged);
  expect([found.rows.filter((r) => r.verdict === 'differs').length, found.texts.differ.map((d) => d.place)]).toEqual([1, ['saved view “View *scotland*”']]);
  const at = 'https://sheet.example.org';
  expect(toMarkdown(kept, at)).toContain(`## Saved views\n\n**[View \\*scotland\\*](<${at}${first!.to}>)**`);
  expect(toHtml(kept, at)).toContain(`<a href="${at}${first!.to.replaceAll('&', '&amp;')}">View *scotland*</a>`);
  expect(toMarkdown(kept)).toContain('**View \\*scotland\\***');
  expect(toPdf(kept).length).toBeGreaterThan(toPdf(brief).length);
});

type Path = readonly (string | number)[];
const at = (value: unknown, path: Path): unknown => path.reduce((holder, key) => (holder as Record<string, unknown>)[key], value);

/** A brief with one text of it changed; all else is shared with the one given. */
function edited(of: Brief, path: Path, change: (value: never) => unknown): Brief {
  const into = (value: unknown, [key, ...rest]: Path): unknown => {
    if (key === undefined) return change(value as never);
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
    copy[key] = into(copy[key], rest);
    return copy;
  };
  return into(of, path) as Brief;
}

/** Every path to a text that a reader of a sheet sees, and every figure behind it. */
function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return value === '' ? [] : [path];
  if (Array.isArray(value)) return value.flatMap((v, i) => textsIn(v, [...path, i]));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, v]) => textsIn(v, [...path, key])) : [];
}

const otherDigit = (text: string) => text.replace(/\d(?=\D*$)/, (d) => String((Number(d) + 5) % 10));
const turned = (text: string) => text.replace(/\b(longer|shorter|more|fewer|higher|lower|below|above|down|up|All|One|Two)\b/, (w) => ({ longer: 'shorter', shorter: 'longer', more: 'fewer', fewer: 'more', higher: 'lower', lower: 'higher', below: 'above', above: 'below', down: 'up', up: 'down', All: 'Some', One: 'Two', Two: 'One' })[w]!);
const longer = (text: string) => `${text} Or so.`;

test('every single text of the brief, changed in any way, is named with what it should say', async () => {
  const again = new Recomputed(w.db, store);
  const whole = await verifyTexts(w.db, again, brief);
  expect(whole).toMatchObject({ note: null, differ: [] });
  expect(whole.same).toBe(whole.checked);
  const statements: Path[] = [
    ['sheet', 'headline'], ...brief.sheet.lead.map((_, i) => ['sheet', 'lead', i]), ...brief.sheet.actions.flatMap((_, i) => [['sheet', 'actions', i, 'statement'], ['sheet', 'actions', i, 'why']]),
    ...brief.sheet.charts.map((_, i) => ['sheet', 'charts', i, 'title']), ...brief.sheet.sections.flatMap((s, i) => s.statements.map((_, j) => ['sheet', 'sections', i, 'statements', j])),
  ];
  // Texts do not change what is made again: that once is enough.
  const made = await sheetAgain(w.db, again, brief);
  let tried = 0;
  const missed: string[] = [];
  for (const path of textsIn(brief.sheet, ['sheet'])) {
    for (const change of [otherDigit, turned, longer]) {
      const text = at(brief, path) as string;
      if (change(text) === text) continue;
      tried++;
      if (textDifferences(edited(brief, path, () => change(text)).sheet, made).differ.length === 0) missed.push(`${path.join('.')}: ${change(text)}`);
    }
  }
  expect(missed).toEqual([]);
  // A sentence left out, and one put in.
  for (const path of statements.filter((s) => typeof s.at(-1) === 'number')) {
    const list = path.slice(0, -1);
    const without = edited(brief, list, ((all: unknown[]) => all.filter((_, i) => i !== path.at(-1))) as never);
    const written = at(brief, path) as Sheet['headline'];
    expect(textDifferences(without.sheet, made).differ).toContainEqual({ place: expect.any(String) as string, written: null, again: written.plain });
    const twice = edited(brief, list, ((all: unknown[]) => [...all, all[0]]) as never);
    expect(textDifferences(twice.sheet, made).differ.map((d) => d.again)).toContain(null);
  }
  process.stdout.write(`${tried} forged texts, all found\n`);
  expect(tried).toBeGreaterThan(150);
  const target = brief.sheet.actions.find((a) => a.statement.plain.includes('%'))!;
  const lie = target.statement.plain.replace(/\d(?=%)/, (d) => (d === '9' ? '1' : '9'));
  const found = await verifyBrief(w.db, store, edited(brief, ['sheet', 'actions', brief.sheet.actions.indexOf(target), 'statement', 'plain'], () => lie));
  expect(found).toMatchObject({ same: brief.claims.length, texts: { differ: [{ written: lie, again: target.statement.plain }] } });
  expect((await verifyTexts(w.db, again, edited(brief, ['sheet', 'asOf'], () => '2026-11-09T10:06:00.000Z'))).differ.map((d) => d.place)).toEqual(['as of']);
  expect((await verifyTexts(w.db, again, { ...brief, sheet: { ...brief.sheet, wording: 0 } }))).toMatchObject({ same: 0, note: 'wording changed v0 → v1' });
}, 120_000);

test('a claim whose words were changed differs, though its figure is the same', async () => {
  const target = brief.claims.find((c) => c.measure === 'availability')!;
  for (const changed of [{ subject: { ...target.subject, name: 'Another service' } }, { unit: 's' }, { meaning: 'It is fine.' }, { working: ['Trust us.'] }]) {
    expect((await verifyBrief(w.db, store, { ...brief, claims: [{ ...target, ...changed }] })).rows[0]).toMatchObject({ verdict: 'differs' });
  }
});

test('a figure altered in the document differs; evidence corrected since has moved, and the recorded figure still holds', async () => {
  const target = brief.claims.find((c) => c.measure === 'availability')!;
  const forged = { ...brief, claims: brief.claims.map((c) => (c.id === target.id ? { ...c, estimate: c.estimate! + 0.001 } : c)) };
  expect((await verifyBrief(w.db, store, forged)).rows.find((r) => r.claim === target.id)).toMatchObject({ verdict: 'differs' });
  const old = { ...brief, claims: [{ ...target, methodVersion: 0 }] };
  expect((await verifyBrief(w.db, store, old)).rows[0]).toMatchObject({ verdict: 'method changed', note: 'method changed v0 → v1' });
  const incidents = await currentRecords(w.db, incidentKind);
  const from = Date.parse(target.window.from);
  const hit = incidents.find((i) => i.body.services.includes(target.subject.id) && i.body.kind === 'unplanned' && Date.parse(i.body.impactStart) >= from && Date.parse(i.body.impactStart) < Date.parse(target.window.to))!;
  const { versionId, body } = (await currentRecord<Incident>(w.db, incidentKind, hit.id))!;
  const longer = new Date(Date.parse(body.impactEnd!) + 3_600_000).toISOString();
  await registerChanges(kinds).put(w.as(editor), { kind: 'incident', id: hit.id, body: { ...body, impactEnd: longer }, expected: versionId });
  const after = await verifyBrief(w.db, store, brief);
  const row = after.rows.find((r) => r.claim === target.id)!;
  expect(row).toMatchObject({ verdict: 'same', again: target.estimate });
  expect(row.today!).toBeLessThan(target.estimate!);
  expect((await today.sheet(w.as(editor))).sheet.actions.map((a) => a.statement.plain)).not.toEqual(sheet.actions.map((a) => a.statement.plain));
  expect(after.moved).toBeGreaterThan(0);
  expect(after.same).toBe(brief.claims.length);
  // Corrected after the brief was kept: what it said then is still what its inputs say.
  expect(after.texts).toMatchObject({ same: after.texts.checked, differ: [] });
});

function toMarkdownOf(s: Sheet): string {
  return toMarkdown({ id: '', title: '', createdAt: s.asOf, createdBy: 'test', chain: { length: 0, hash: '0'.repeat(64) }, sheet: s, views: [], claims: [] });
}
