import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ChainCheck, linkHash, type SealedEntry } from './chain.ts';
import { canonicalEntry, emptyChain, printHead, readHead, type ChainEntry } from './model.ts';

const entry = (id: number, detail: unknown = {}): ChainEntry => ({ id, at: '2026-01-05T08:00:00.000001Z', actorKind: 'system', actorId: 'system', action: 'a', subjectKind: 's', subjectId: 'x', detail });

function seal(entries: readonly ChainEntry[]): SealedEntry[] {
  let hash = emptyChain;
  return entries.map((e, i) => {
    hash = linkHash(hash, e);
    return { seq: i + 1, entryId: e.id, hash, entry: e };
  });
}

function check(chain: readonly SealedEntry[], against?: { length: number; hash: string }) {
  const c = new ChainCheck(against);
  for (const s of chain) c.next(s);
  return { head: c.end(), findings: c.findings.map((f) => [f.kind, f.seq, f.entryId]), details: c.findings.map((f) => f.detail) };
}

const whole = seal([1, 2, 3, 4, 5].map((id) => entry(id)));
const replace = (chain: readonly SealedEntry[], at: number, s: Partial<SealedEntry>) => chain.map((x, i) => (i === at ? { ...x, ...s } : x));

test('the text of an entry has sorted keys, and its hash is SHA-256 of the hash before and that text', () => {
  const text = canonicalEntry(entry(1, { b: 1, a: [2, { d: null, c: 'é' }] }));
  expect(text).toBe('[1,"2026-01-05T08:00:00.000001Z","system","system","a","s","x",{"a":[2,{"c":"é","d":null}],"b":1}]');
  const before = 'ff'.repeat(32);
  const known = createHash('sha256').update(Buffer.concat([Buffer.alloc(32, 0xff), Buffer.from(text, 'utf8')])).digest('hex');
  expect(linkHash(before, entry(1, { b: 1, a: [2, { d: null, c: 'é' }] }))).toBe(known);
});

test('a head is written and read as LENGTH:HASH', () => {
  expect(printHead({ length: 2, hash: 'ab'.repeat(32) })).toBe(`2:${'ab'.repeat(32)}`);
  expect(readHead(` 2:${'AB'.repeat(32)}\n`)).toEqual({ length: 2, hash: 'ab'.repeat(32) });
  for (const bad of ['', '2', '2:abc', `-1:${'ab'.repeat(32)}`, `2:${'ab'.repeat(33)}`]) expect(readHead(bad)).toBeUndefined();
});

test('a whole chain has no finding, also against each head that it ever had', () => {
  expect(check([])).toMatchObject({ head: { length: 0, hash: emptyChain }, findings: [] });
  expect(check(whole)).toMatchObject({ head: { length: 5, hash: whole[4]?.hash }, findings: [] });
  for (const s of whole) expect(check(whole, { length: s.seq, hash: s.hash }).findings).toEqual([]);
});

test('changed: one finding, at the entry', () => {
  expect(check(replace(whole, 2, { entry: entry(3, { forged: true }) })).findings).toEqual([['changed', 3, 3]]);
});

test('removed: the entry, the seal, both, or both with the rest renumbered', () => {
  expect(check(replace(whole, 2, { entry: undefined })).findings).toEqual([['removed', 3, 3]]);
  const gap = check(whole.filter((s) => s.seq !== 3));
  expect(gap.findings).toEqual([['removed', 3, null]]);
  expect(gap.details).toEqual(['Seal 3 was removed']);
  expect(check(whole.filter((s) => s.seq < 2 || s.seq > 4)).details).toEqual(['Seals 2 to 4 were removed']);
  const renumbered = whole.filter((s) => s.seq !== 3).map((s, i) => ({ ...s, seq: i + 1 }));
  expect(check(renumbered).findings).toEqual([['changed', 3, 4]]);
  expect(check(renumbered).details[0]).toContain('an entry just before it was removed');
});

test('inserted: with an invented hash or a computed one', () => {
  const put = (hash: string) => [...whole.slice(0, 2), { seq: 3, entryId: 99, hash, entry: entry(99) }, ...whole.slice(2)].map((s, i) => ({ ...s, seq: i + 1 }));
  expect(check(put('12'.repeat(32))).findings).toEqual([['inserted', 3, 99]]);
  const computed = check(put(linkHash(whole[1]?.hash ?? '', entry(99))));
  expect(computed.findings).toEqual([['inserted', 3, null]]);
});

test('cut off or forged anew: seen against a printed head, and only against one', () => {
  const printed = { length: 5, hash: whole[4]?.hash ?? '' };
  expect(check(whole.slice(0, 3)).findings).toEqual([]);
  expect(check(whole.slice(0, 3), printed).findings).toEqual([['cut-off', 4, null]]);
  const forged = seal([entry(1), entry(2, { forged: true }), entry(3), entry(4), entry(5), entry(6)]);
  expect(check(forged).findings).toEqual([]);
  expect(check(forged, printed).findings).toEqual([['rewritten', 5, 5]]);
});

test('findings are counted beyond those that are kept', () => {
  const c = new ChainCheck(undefined, 2);
  for (const s of whole) c.next({ ...s, entry: undefined });
  expect([c.count, c.findings.length]).toEqual([5, 2]);
});
