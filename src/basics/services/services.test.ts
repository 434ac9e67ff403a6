import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBody } from '../../platform/register/index.ts';
import { serviceKind, type Service } from './kind.ts';
import { serviceCycles } from './model.ts';

const service = (fields: object) => readBody(serviceKind, { name: 'S', owner: 'cio', tier: 1, ...fields });
const wanted = (fields: object) => {
  const read = service(fields);
  return 'faults' in read ? read.faults.map((f) => `${f.path.join('.')}: ${f.wanted}`) : [];
};
const record = (id: string, dependencies: object[]) => {
  const read = service({ dependencies });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return { id, body: read.body as Service };
};

test('needs are one service, or k out of n with k no more than n', () => {
  expect(wanted({ dependencies: [{ service: 'a' }, { needs: 2, of: ['a', 'b', 'c'], strength: 'soft' }] })).toEqual([]);
  expect(wanted({ dependencies: [{ needs: 3, of: ['a', 'b'] }] })).toEqual(['dependencies.0.needs: no more than there are services in the group']);
  expect(wanted({ dependencies: [{ needs: 1, of: ['a'] }] })).toEqual(['dependencies.0.of: at least two services']);
  expect(wanted({ dependencies: [{ needs: 1, of: ['a', 'a'] }] })).toEqual(['dependencies.0.of: each service once']);
  expect(wanted({ dependencies: [{ service: 'a', of: ['b', 'c'] }] })).toEqual(['dependencies.0.of: one of: service, strength, note']);
  expect(wanted({ objective: { availability: 99.5 } })).toEqual(['objective.availability: a share such as 99.5 %, from 0 % to 100 %']);
  expect(wanted({ tier: 5 })).toEqual(['tier: 4 or less']);
});

test('cycles are listed for a person to confirm, k-of-n needs included; a service that needs itself is an error', () => {
  expect(serviceCycles(new Map([['a', ['b']], ['b', ['a']], ['c', ['a']]]))).toEqual([['a', 'b']]);
  const found = serviceKind.check([record('net', [{ needs: 1, of: ['dns', 'idp'] }]), record('dns', [{ service: 'vm' }]), record('vm', [{ service: 'net', strength: 'soft' }]), record('idp', []), record('self', [{ service: 'self' }])]);
  expect(found.map((f) => [f.level, f.id, f.value])).toEqual([['error', 'self', 'self'], ['confirm', 'dns', 'dns, net, vm']]);
});

test('groups are exactly the services that can reach each other, and a long chain does not overflow', () => {
  const id = fc.integer({ min: 0, max: 6 }).map(String);
  fc.assert(fc.property(fc.array(fc.tuple(id, id), { maxLength: 14 }), (edges) => {
    const needs = new Map(Array.from({ length: 7 }, (_, i) => [String(i), edges.filter(([a]) => a === String(i)).map(([, b]) => b)]));
    const reach = (from: string) => {
      const seen = new Set<string>();
      const open = [...(needs.get(from) ?? [])];
      for (let at = open.pop(); at !== undefined; at = open.pop()) if (!seen.has(at)) { seen.add(at); open.push(...(needs.get(at) ?? [])); }
      return seen;
    };
    const groupOf = new Map(serviceCycles(needs).flatMap((g) => g.map((m) => [m, g.join()] as const)));
    const pairs = [...needs.keys()].flatMap((a) => [...needs.keys()].filter((b) => b !== a).map((b) => [a, b] as const));
    for (const [a, b] of pairs) expect(groupOf.has(a) && groupOf.get(a) === groupOf.get(b)).toBe(reach(a).has(b) && reach(b).has(a));
  }));
  const n = 50_000;
  expect(serviceCycles(new Map(Array.from({ length: n }, (_, i) => [String(i), [String((i + 1) % n)]])))[0]?.length).toBe(n);
});
