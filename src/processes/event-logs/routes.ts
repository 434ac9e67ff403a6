import { z } from 'zod';
import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { type AnyRoute, type CsvValue, goneSignal, pageOf, pageQuery, readCursor, route, type RouteInput, sendCsv, writeCursor } from '../../platform/http/index.ts';
import { anySet, type Ctx } from '../../platform/write/index.ts';
import { allCases, type CaseRow, cases, eventsOfCase, type LogFilter, map, type QuestionEngine, summary, variants } from './questions/index.ts';
import { caseEventSchema, caseRowSchema, logMapSchema, logSummarySchema, logVariantsSchema } from './schemas.ts';
import type { DatasetVersion } from './versions/index.ts';

/** What questions are answered from. */
export interface QuestionParts {
  readonly engine: QuestionEngine;
  /** The current version of an event log; undefined where there is no such log or it has no data yet. */
  readonly currentVersion: (ctx: Ctx, eventLog: string) => Promise<DatasetVersion | undefined>;
}

const many = (what: string) => z.union([z.string(), z.array(z.string()).max(50)]).optional().transform((v) => (v === undefined ? [] : [v].flat())).describe(what);
const filterQuery = z.object({
  from: z.iso.datetime({ offset: true }).optional().describe('Cases that began at or after this instant'),
  to: z.iso.datetime({ offset: true }).optional().describe('Cases that began before this instant'),
  activity: many('Cases in which each of these activities occurs; may be repeated'),
  variant: z.coerce.number().int().nonnegative().optional().describe('Cases of this variant'),
  minSeconds: z.coerce.number().optional().describe('Seconds from the first to the last event, at least'),
  maxSeconds: z.coerce.number().optional().describe('Seconds from the first to the last event, at most'),
  attribute: many('Cases with this value, of the case or of one of its events, as name:value; may be repeated'),
});
const edgeQuery = z.object({ from_activity: z.string().optional().describe('With to_activity: cases in which one directly follows the other'), to_activity: z.string().optional() });
const idParams = z.object({ id: z.string().max(200) });
const tag = 'event logs';

/** Questions to the current version of an event log: summary, map, variants, cases and their events. */
export function questionRoutes(parts: QuestionParts): AnyRoute[] {
  const ask = async <T>(ctx: Ctx, id: string, { reply }: Pick<RouteInput<unknown, unknown, unknown>, 'reply'>, question: (c: EngineConnection, v: DatasetVersion, signal: AbortSignal) => Promise<T>): Promise<T> => {
    const version = await parts.currentVersion(ctx, id);
    if (version === undefined) throw problem('not-found', { detail: 'There is no event log of this id, or nothing has been imported into it', value: id, wanted: 'an id of GET /event-logs with a version' });
    const signal = goneSignal(reply);
    const c = await parts.engine.connect({ by: ctx.actor.id, signal });
    try {
      return await question(c, version, signal);
    } finally {
      c.close();
    }
  };
  return [
    route({
      method: 'GET', path: '/event-logs/:id/summary', id: 'getLogSummary', summary: 'What an event log holds', tag, sets: anySet, params: idParams, query: filterQuery, response: logSummarySchema,
      handler: (ctx, input) => ask(ctx, input.params.id, input, (c, v, signal) => summary(c, v, filterOf(input.query, v), { signal })),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/map', id: 'getLogMap', summary: 'Which activity directly follows which, how often and after how long', tag, sets: anySet, params: idParams, query: filterQuery, response: logMapSchema,
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const found = await map(c, v, filterOf(input.query, v), { signal });
        return { ...found, edges: [...found.edges], activities: [...found.activities] };
      }),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/variants', id: 'getLogVariants', summary: 'The sequences of activities, most frequent first', tag, sets: anySet, params: idParams, query: filterQuery.extend({ limit: z.coerce.number().int().min(1).max(1000).default(100) }), response: logVariantsSchema,
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => (await variants(c, v, { filter: filterOf(input.query, v), limit: input.query.limit }, { signal })).map((x) => ({ ...x, activities: [...x.activities] }))),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/cases', id: 'listCases', summary: 'The cases that a filter, an edge, an activity or a variant names', tag, sets: anySet, params: idParams, query: z.object({ ...filterQuery.shape, ...edgeQuery.shape, ...pageQuery.shape }), response: pageOf(caseRowSchema),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const { limit, cursor } = input.query;
        const page = await cases(c, v, { filter: filterOf(input.query, v), limit, after: cursor === undefined ? -1 : Number(readCursor(cursor)[0]) }, { signal });
        return { items: [...page.items], total: page.total, next: page.next === null ? null : writeCursor([page.next]) };
      }),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/cases/:case/events', id: 'getCaseEvents', summary: 'The events of one case in their order', tag, sets: anySet, params: idParams.extend({ case: z.string() }), response: z.object({ items: z.array(caseEventSchema) }),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => ({ items: (await eventsOfCase(c, v, input.params.case, { signal })).map((e) => ({ activity: e.activity, time: e.time, lifecycle: e.lifecycle, resource: e.resource, attributes: { ...e.attributes } })) })),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/cases.csv', id: 'downloadCases', summary: 'The same cases as CSV, formulas neutralised', tag, sets: anySet, params: idParams, query: z.object({ ...filterQuery.shape, ...edgeQuery.shape }), response: { file: 'text/csv', description: 'case, variant, first, last, events, seconds' },
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const rows = inRows(allCases(c, v, filterOf(input.query, v), { signal }));
        // The session is needed until the last line has gone.
        await sendCsv(input.reply, 'cases.csv', ['case', 'variant', 'first', 'last', 'events', 'seconds'], rows);
      }),
    }),
  ];
}

type FilterQuery = z.output<typeof filterQuery> & Partial<z.output<typeof edgeQuery>>;

function filterOf(q: FilterQuery, { manifest }: DatasetVersion): LogFilter {
  const known = new Set([...manifest.eventAttributes, ...manifest.caseAttributes].map((a) => a.name));
  const attributes = q.attribute.map((text) => {
    // Names may hold colons themselves, as org:group does: the first split that gives a known name is meant.
    const colons = [...text.matchAll(/:/g)].map((m) => m.index).filter((i) => i > 0);
    const at = colons.find((i) => known.has(text.slice(0, i))) ?? colons[0];
    if (at === undefined) throw problem('bad-input', { detail: 'This is no attribute and value', value: text, wanted: 'name:value', at: { path: 'attribute' } });
    return { name: text.slice(0, at), value: text.slice(at + 1) };
  });
  return {
    from: q.from, to: q.to, activities: q.activity, variant: q.variant, minSeconds: q.minSeconds, maxSeconds: q.maxSeconds, attributes,
    ...(q.from_activity === undefined || q.to_activity === undefined ? {} : { edge: { from: q.from_activity, to: q.to_activity } }),
  };
}

async function* inRows(pieces: AsyncIterable<readonly CaseRow[]>): AsyncGenerator<CsvValue[][]> {
  for await (const piece of pieces) yield piece.map((k) => [k.id, k.variant, k.first, k.last, k.events, k.seconds]);
}
