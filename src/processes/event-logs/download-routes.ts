import { z } from 'zod';
import { type AnyRoute, type CsvValue, route, sendCsv } from '../../platform/http/index.ts';
import { anySet } from '../../platform/write/index.ts';
import { type Ask, idParams, tag } from './asking.ts';
import { filterOf, filterQuery } from './filter-query.ts';
import { allCases, type CaseEvent, eventsOfCase, map, type MoveCache, variants } from './questions/index.ts';

const EDGE = ['from', 'to', 'count', 'median', 'p90', 'p95', 'mean', 'min', 'max', 'sum'] as const;
const CASE = ['case', 'variant', 'first', 'last', 'events', 'seconds'] as const;
const EVENT = ['time', 'activity', 'lifecycle', 'resource'] as const;

/** Every table of a log as a file of its rows, with the same filters as the table; formulas are neutralised. */
export function downloadRoutes(ask: Ask, moves: MoveCache): AnyRoute[] {
  const common = { method: 'GET', tag, sets: anySet, params: idParams, query: filterQuery } as const;
  const file = (columns: readonly string[]) => ({ file: 'text/csv', description: columns.join(', ') }) as const;
  return [
    route({
      ...common, path: '/event-logs/:id/cases.csv', id: 'downloadCases', summary: 'The same cases as CSV, formulas neutralised', response: file(CASE),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const rows = inRows(allCases(c, v, await filterOf(c, v, input.query), { signal }), (k) => [k.id, k.variant, k.first, k.last, k.events, k.seconds]);
        // The session is needed until the last line has gone.
        await sendCsv(input.reply, 'cases.csv', [...CASE], rows);
      }),
    }),
    route({
      ...common, path: '/event-logs/:id/map.csv', id: 'downloadMap', summary: 'The paths of the map as CSV, times in seconds', response: file(EDGE),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const filter = await filterOf(c, v, input.query);
        const { edges } = await moves.with(v, (from) => map(c, v, filter, { signal, moves: from }));
        await sendCsv(input.reply, 'paths.csv', [...EDGE], once(edges.map((e) => EDGE.map((column) => e[column]))));
      }),
    }),
    route({
      ...common, path: '/event-logs/:id/activities.csv', id: 'downloadActivities', summary: 'The activities of the map as CSV', response: file(['activity', 'events', 'begins', 'ends']),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const filter = await filterOf(c, v, input.query);
        const { activities, start, end } = await moves.with(v, (from) => map(c, v, filter, { signal, moves: from }));
        await sendCsv(input.reply, 'activities.csv', ['activity', 'events', 'begins', 'ends'], once(activities.map((a) => [a.name, a.count, start[a.name] ?? 0, end[a.name] ?? 0])));
      }),
    }),
    route({
      ...common, path: '/event-logs/:id/variants.csv', id: 'downloadVariants', summary: 'All variants as CSV', response: file(['variant', 'cases', 'activities']),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const found = await variants(c, v, { filter: await filterOf(c, v, input.query) }, { signal });
        await sendCsv(input.reply, 'variants.csv', ['variant', 'cases', 'activities'], once(found.map((x) => [x.variant, x.count, x.activities.join(' → ')])));
      }),
    }),
    route({
      ...common, path: '/event-logs/:id/cases/:case/events.csv', id: 'downloadCaseEvents', summary: 'The events of one case as CSV', params: idParams.extend({ case: z.string() }), query: z.object({}), response: file([...EVENT, 'each attribute']),
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const names = v.manifest.eventAttributes.map((a) => a.name);
        const row = (e: CaseEvent) => [...EVENT.map((column) => e[column]), ...names.map((name) => cell(e.attributes[name]))];
        await sendCsv(input.reply, 'events.csv', [...EVENT, ...names], once((await eventsOfCase(c, v, input.params.case, { signal })).map(row)));
      }),
    }),
  ];
}

function cell(value: string | number | boolean | null | undefined): CsvValue {
  return typeof value === 'boolean' ? String(value) : (value ?? null);
}

async function* inRows<T>(pieces: AsyncIterable<readonly T[]>, row: (item: T) => CsvValue[]): AsyncGenerator<CsvValue[][]> {
  for await (const piece of pieces) yield piece.map(row);
}

async function* once(rows: CsvValue[][]): AsyncGenerator<CsvValue[][]> {
  yield rows;
}
