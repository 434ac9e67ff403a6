import { z } from 'zod';
import { type AnyRoute, pageOf, pageQuery, readCursor, route, writeCursor } from '../../platform/http/index.ts';
import { anySet } from '../../platform/write/index.ts';
import { asking, idParams, type QuestionParts, tag } from './asking.ts';
import { downloadRoutes } from './download-routes.ts';
import { filterOf, filterQuery } from './filter-query.ts';
import { objectRoutes } from './object-routes.ts';
import { activityNames, attributes, attributeValues, cases, eventsOfCase, map, MoveCache, summary, variants } from './questions/index.ts';
import { caseEventSchema, caseRowSchema, logMapSchema, logSummarySchema, logVariantsSchema } from './schemas.ts';

export type { QuestionParts } from './asking.ts';

/** Questions to the current version of an event log: summary, map, variants, cases and their events. */
export function questionRoutes(parts: QuestionParts): AnyRoute[] {
  const ask = asking(parts);
  const moves = new MoveCache(parts.engine);
  return [
    route({
      method: 'GET', path: '/event-logs/:id/summary', id: 'getLogSummary', summary: 'What an event log holds', tag, sets: anySet, params: idParams, query: filterQuery, response: logSummarySchema,
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const filter = await filterOf(c, v, input.query);
        return moves.with(v, (from) => summary(c, v, filter, { signal, moves: from }));
      }),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/map', id: 'getLogMap', summary: 'Which activity directly follows which, how often and after how long', tag, sets: anySet, params: idParams, query: filterQuery, response: logMapSchema,
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const filter = await filterOf(c, v, input.query);
        const found = await moves.with(v, (from) => map(c, v, filter, { signal, moves: from }));
        return { ...found, edges: [...found.edges], activities: [...found.activities] };
      }),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/variants', id: 'getLogVariants', summary: 'The sequences of activities, most frequent first', tag, sets: anySet, params: idParams, query: filterQuery.extend({ limit: z.coerce.number().int().min(1).max(1000).default(100) }), response: logVariantsSchema,
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => (await variants(c, v, { filter: await filterOf(c, v, input.query), limit: input.query.limit }, { signal })).map((x) => ({ ...x, activities: [...x.activities] }))),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/cases', id: 'listCases', summary: 'The cases that a filter lets pass', tag, sets: anySet, params: idParams, query: filterQuery.extend(pageQuery.shape), response: pageOf(caseRowSchema),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const { limit, cursor } = input.query;
        const page = await cases(c, v, { filter: await filterOf(c, v, input.query), limit, after: cursor === undefined ? -1 : Number(readCursor(cursor)[0]) }, { signal });
        return { items: [...page.items], total: page.total, next: page.next === null ? null : writeCursor([page.next]) };
      }),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/cases/:case/events', id: 'getCaseEvents', summary: 'The events of one case in their order', tag, sets: anySet, params: idParams.extend({ case: z.string() }), response: z.object({ items: z.array(caseEventSchema) }),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => ({ items: (await eventsOfCase(c, v, input.params.case, { signal })).map((e) => ({ activity: e.activity, time: e.time, lifecycle: e.lifecycle, resource: e.resource, attributes: { ...e.attributes } })) })),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/choices', id: 'getLogChoices', summary: 'The activities and attributes that cases can be chosen by', tag, sets: anySet, params: idParams,
      response: z.object({ activities: z.array(z.string()), attributes: z.array(z.object({ name: z.string(), personal: z.boolean().describe('Its values are persons: cases cannot be chosen by it') })) }),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v) => ({ activities: await activityNames(c, v), attributes: attributes(v) })),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/attributes/:name/values', id: 'listAttributeValues', summary: 'The values of an attribute, the most frequent first', tag, sets: anySet, params: idParams.extend({ name: z.string() }),
      query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }), response: z.object({ items: z.array(z.string()) }),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => ({ items: await attributeValues(c, v, input.params.name, input.query.limit, { signal }) })),
    }),
    ...downloadRoutes(ask, moves),
    ...objectRoutes(ask),
  ];
}
