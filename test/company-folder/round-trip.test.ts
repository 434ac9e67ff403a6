import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planFolder, readFolder, writeFolder, type WorkspaceRecord } from '../../src/platform/company-folder/index.ts';
import { sentence } from '../../src/platform/errors/index.ts';
import { bodyHash, canonical, readBody } from '../../src/platform/register/index.ts';
import { kinds } from '../../src/app/kinds.ts';
import { randomRegisters, type RandomRecord } from './registers.ts';

const bytes = (files: { path: string; text: string }[]) => files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));

/** The registers as a workspace has them: bodies as they are stored, with their fields in the order that the database gives. */
function stored(records: readonly RandomRecord[]): WorkspaceRecord[] {
  return records.map(({ kind, id, body }) => {
    const read = readBody(kinds.of(kind), body);
    if ('faults' in read) throw new Error(`${kind} ${id}: ${JSON.stringify(read.faults)}`);
    const kept = JSON.parse(canonical(read.body)) as unknown;
    const hash = bodyHash(kept);
    return { kind, id, versionId: `${kind} ${id}`, body: kept, hash, retired: false, applied: { hash, body: kept } };
  });
}

test('any registers, exported and read again, differ in nothing', () => {
  fc.assert(fc.property(randomRegisters, (records) => {
    const current = stored(records);
    const folder = readFolder(bytes(writeFolder(current, kinds.all)), kinds.all);
    expect(folder.errors.map(sentence)).toEqual([]);
    const plan = planFolder(folder, current, kinds, { prune: true });
    expect([plan.errors.map(sentence), plan.create, plan.update.map((c) => [c.id, c.fields]), plan.retire, plan.conflicts]).toEqual([[], [], [], [], []]);
    expect(plan.unchanged.length).toBe(records.length);
  }), { numRuns: 100 });
}, 120_000);

test('an export is the same text whatever order the records come in', () => {
  fc.assert(fc.property(randomRegisters.chain((r) => fc.tuple(fc.constant(r), fc.shuffledSubarray(r, { minLength: r.length }))), ([records, shuffled]) => {
    expect(writeFolder(stored(shuffled), kinds.all)).toEqual(writeFolder(stored(records), kinds.all));
  }), { numRuns: 20 });
}, 60_000);

test('a change of one side is an update or a conflict, never lost: by who changed since the last apply', () => {
  fc.assert(fc.property(randomRegisters, fc.boolean(), fc.boolean(), (records, inFolder, inApp) => {
    const edit = (r: RandomRecord, name: string) => (r.kind === 'service' && r.id === 'svc-0' ? { ...r, body: { ...(r.body as object), name } } : r);
    const before = stored(records.map((r) => edit(r, 'as agreed')));
    const now = stored(records.map((r) => edit(r, inApp ? 'as the app' : 'as agreed'))).map((r, i) => ({ ...r, applied: before[i]?.applied ?? { hash: '', body: null } }));
    const folder = readFolder(bytes(writeFolder(stored(records.map((r) => edit(r, inFolder ? 'as the folder' : 'as agreed'))), kinds.all)), kinds.all);
    const plan = planFolder(folder, now, kinds);
    expect(plan.update.map((c) => c.id)).toEqual(inFolder && !inApp ? ['svc-0'] : []);
    expect(plan.conflicts.map((c) => c.fields)).toEqual(inApp ? [[{ path: 'name', base: 'as agreed', folder: inFolder ? 'as the folder' : 'as agreed', app: 'as the app' }]] : []);
  }), { numRuns: 40 });
}, 60_000);
