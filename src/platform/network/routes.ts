import { z } from 'zod';
import { problem } from '../errors/index.ts';
import { pageOf, pageQuery, readOffset, route, writeCursor, type AnyRoute } from '../http/index.ts';
import { anySet, defineWrite } from '../write/index.ts';
import { isPartlyPublic, parseRange, rangeText, reachOf } from './ranges.ts';
import { addRange, listRanges, removeRange } from './store.ts';

const tag = 'settings';
const wanted = 'an address or a range as 10.20.0.0/16, all of it inside: public addresses are reached without';

const rangeField = z.string({ error: wanted }).max(60, { error: wanted }).transform((text, ctx) => {
  const range = parseRange(text);
  if (range !== undefined && !isPartlyPublic(range)) return rangeText(range);
  ctx.addIssue({ code: 'custom', message: wanted, input: text });
  return z.NEVER;
});
const reasonField = z.string().trim().min(1, { error: 'why it is needed, in a few words' }).max(500);
const input = z.strictObject({ range: rangeField, reason: reasonField.describe('Why it is needed; others read it') });

const rangeSchema = z.object({ range: z.string(), reach: z.string().describe('private, loopback, link-local, metadata or reserved'), reason: z.string(), allowedAt: z.iso.datetime({ offset: true }) });

const allow = defineWrite<z.output<typeof input>, void>({
  name: 'allowed-range.allow',
  input: z.custom<z.output<typeof input>>(),
  sets: ['administrator'],
  run: async ({ tx, clock, actor }, { range, reason }) => {
    await addRange(tx, { range, reason, at: clock.now(), by: actor });
    return { result: undefined, audit: [{ action: 'allowed-range.allow', subjectKind: 'allowed-range', subjectId: range }] };
  },
});

const forbid = defineWrite<{ range: string }, void>({
  name: 'allowed-range.forbid',
  input: z.object({ range: z.string() }),
  sets: ['administrator'],
  run: async ({ tx }, { range }) => {
    if (!(await removeRange(tx, range))) throw problem('not-found', { detail: 'This range is not allowed', value: range, wanted: 'a range of GET /allowed-ranges' });
    return { result: undefined, audit: [{ action: 'allowed-range.forbid', subjectKind: 'allowed-range', subjectId: range }] };
  },
});

/** Which addresses inside a network this server may connect to. */
export function networkRoutes(): AnyRoute[] {
  const out = (r: Awaited<ReturnType<typeof listRanges>>[number]): z.input<typeof rangeSchema> => ({ range: r.range, reach: reachOf(parseRange(r.range)!), reason: r.reason, allowedAt: r.allowedAt.toISOString() });
  return [
    route({
      method: 'GET', path: '/allowed-ranges', id: 'listAllowedRanges', summary: 'Ranges of private, loopback and link-local addresses that may be connected to', tag, sets: anySet, query: pageQuery, response: pageOf(rangeSchema),
      handler: async ({ db }, { query }) => {
        const all = await listRanges(db);
        const from = readOffset(query.cursor);
        const items = all.slice(from, from + query.limit);
        return { items: items.map(out), total: all.length, next: from + items.length < all.length ? writeCursor([from + items.length]) : null };
      },
    }),
    route({
      method: 'POST', path: '/allowed-ranges', id: 'allowRange', summary: 'Allow connections to a range of addresses inside a network', tag, sets: ['administrator'], body: input, response: rangeSchema, status: 201,
      handler: async (ctx, { body }) => { await allow(ctx, body); return out((await listRanges(ctx.db)).find((r) => r.range === body.range)!); },
    }),
    route({
      method: 'POST', path: '/allowed-ranges/forbid', id: 'forbidRange', summary: 'Forbid a range again', tag, sets: ['administrator'], body: z.strictObject({ range: z.string().max(60) }), response: z.object({ done: z.literal(true) }),
      handler: async (ctx, { body }) => { await forbid(ctx, body); return { done: true as const }; },
    }),
  ];
}
