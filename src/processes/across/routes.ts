import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { problem } from '../../platform/errors/index.ts';
import { pageQuery, readOffset, route, sendCsv, writeCursor, type AnyRoute, type CsvValue } from '../../platform/http/index.ts';
import { currentRecords } from '../../platform/register/index.ts';
import { anySet, type Ctx } from '../../platform/write/index.ts';
import { figureTime, processKind } from '../../organisation/index.ts';
import { claimRowsSchema } from '../../evidence/claims/index.ts';
import { onSession } from '../event-logs/index.ts';
import { measuredAsOf, processInputs, type EventStore, type ProcessMeasures } from '../performance/evidence.ts';
import { processLinkKind } from '../link-register/index.ts';
import { questionOf, type HandOverMeasures } from './evidence.ts';
import { allFunctionRows, functionColumns, functionPage, functionParts } from './function-rows.ts';
import type { TwoFunctions } from './functions.ts';
import { inHandOvers, withHandOvers } from './hand-overs.ts';
import { wholeRecord } from './model.ts';
import { overview } from './overview.ts';
import { allPairs, pairColumns, pairsPage, type PairsQuestion } from './rows.ts';
import { acrossSchema, functionPairsSchema, suggestionsSchema } from './schemas.ts';
import { sharedKeysOf, type SharedKeySearch } from './suggest.ts';

/** What these routes are made from. */
export interface AcrossParts {
  readonly store: EventStore;
  readonly measures: ProcessMeasures;
  readonly handOvers: HandOverMeasures;
}

const tag = 'processes';
/** What would be worked out sooner. */
const LESS = 'a link between processes whose event logs have fewer cases';
/** Seconds that looking for shared keys may take. */
const SUGGEST_SECONDS = 60;
const params = z.object({ link: z.string().max(64) });
const pairsQuery = z.object({
  back: z.enum(['true', 'false']).default('false').describe('true: the other way round than the link names it'),
  which: z.enum(['taken-up', 'waiting', 'handed-over', 'other-way', 'not-taken-up', 'no-partner', 'with-key', 'not-yet', 'from-several', 'to-several']).default('taken-up').describe('taken-up: pairs of cases; with-key: cases that have a key; not-yet: those of them that are not handed over yet; from-several, to-several: cases of either process with several partners; else cases that could be handed over, by what became of them: handed-over, still waiting, …'),
  all: z.enum(['true', 'false']).default('false').describe('true: of the whole record, not of the last month only'),
});

const betweenQuery = z.object({ from: z.string().max(64).optional().describe('The function of the step before; with `to`, or neither: hand-overs that stay within one function'), to: z.string().max(64).optional().describe('The function of the step after') });

const handOverColumns = ['link', 'name', 'from', 'to', 'window', 'handOvers', 'median', 'p90', 'sum', 'workingMedian', 'workingSum', 'delayFrom', 'delayTo', 'currency', 'hoursOfDelay', 'takenUp', 'waiting', 'notTakenUp', 'noPartner'] as const;
const byFunctionColumns = ['from', 'to', 'links', 'handOvers', 'median', 'p90', 'sum', 'workingSum'] as const;

/** How work passes from process to process: the overview, the cases behind each hand-over, and keys that might be shared. */
export function acrossRoutes(parts: AcrossParts): AnyRoute[] {
  const suggested = new Map<string, SharedKeySearch>();
  const session = { engine: parts.store.engine, wanted: LESS };
  return [
    route({ method: 'GET', path: '/hand-overs', id: 'getHandOvers', summary: 'Processes, and how long cases wait between them', tag, sets: anySet, response: acrossSchema, handler: (ctx) => overview(ctx, parts) }),
    route({
      method: 'GET', path: '/hand-overs.csv', id: 'downloadProcessHandOvers', summary: 'The hand-overs between processes as CSV, times in seconds, money in minor units', tag, sets: anySet, response: { file: 'text/csv', description: handOverColumns.join(', ') },
      handler: async (ctx, { reply }) => sendCsv(reply, 'hand-overs.csv', [...handOverColumns], once((await overview(ctx, parts)).edges.map((e) => [e.link, e.name, e.from.name, e.to.name, e.window?.id ?? null, e.wait?.n ?? null, e.wait?.median ?? null, e.wait?.p90 ?? null, e.wait?.total ?? null, e.working?.median ?? null, e.working?.total ?? null, e.cost?.low ?? null, e.cost?.high ?? null, e.cost?.currency ?? null, e.cost?.hours ?? null, e.senders?.takenUp ?? null, e.senders?.waiting ?? null, e.senders?.notTakenUp ?? null, e.senders?.noPartner ?? null]))),
    }),
    route({
      method: 'GET', path: '/hand-overs-by-function.csv', id: 'downloadFunctionHandOvers', summary: 'The same by pair of functions as CSV, times in seconds', tag, sets: anySet, response: { file: 'text/csv', description: byFunctionColumns.join(', ') },
      handler: async (ctx, { reply }) => sendCsv(reply, 'hand-overs-by-function.csv', [...byFunctionColumns], once((await overview(ctx, parts)).functions.map((f) => [f.from.name, f.to.name, f.edges, f.wait?.n ?? null, f.wait?.median ?? null, f.wait?.p90 ?? null, f.wait?.total ?? null, f.working]))),
    }),
    route({
      method: 'GET', path: '/hand-overs-by-function/pairs', id: 'getFunctionHandOverPairs', summary: 'The pairs of cases behind the hand-overs between two functions, or within one; the longest first', tag, sets: anySet, query: betweenQuery.extend(pageQuery.shape), response: functionPairsSchema,
      handler: async (ctx, { query, reply }) => {
        const found = await functionParts(ctx, parts.handOvers, twoOf(query));
        const page = await onSession(session, ctx, reply, (c, signal) => functionPage(c, found, { limit: query.limit, offset: readOffset(query.cursor) }, { signal }));
        return { ...page, edges: [...page.edges], next: nextOf(page) };
      },
    }),
    route({
      method: 'GET', path: '/hand-overs-by-function/pairs.csv', id: 'downloadFunctionHandOverPairs', summary: 'The same pairs as CSV, formulas neutralised', tag, sets: anySet, query: betweenQuery, response: { file: 'text/csv', description: 'All pairs, times in seconds' },
      handler: async (ctx, { query, reply }) => {
        const found = await functionParts(ctx, parts.handOvers, twoOf(query));
        await onSession(session, ctx, reply, (c, signal) => sendCsv(reply, 'hand-overs-by-function-pairs.csv', headOf(functionColumns(found)), allFunctionRows(c, found, { signal })));
      },
    }),
    route({
      method: 'GET', path: '/hand-overs/:link/pairs', id: 'getHandOverPairs', summary: 'The pairs of cases of a hand-over, or the cases that still wait; the longest first', tag, sets: anySet, params, query: pairsQuery.extend(pageQuery.shape), response: claimRowsSchema,
      handler: async (ctx, { params: { link }, query, reply }) => {
        const { question, pairs } = await asked(ctx, parts, link, query);
        const offset = readOffset(query.cursor);
        const page = await onSession(session, ctx, reply, (c, signal) => withHandOvers(c, { ...question, signal }, (h) => pairsPage(h, pairs, { limit: query.limit, offset })));
        return { ...page, next: nextOf(page) };
      },
    }),
    route({
      method: 'GET', path: '/hand-overs/:link/pairs.csv', id: 'downloadHandOverPairs', summary: 'The same pairs as CSV, formulas neutralised', tag, sets: anySet, params, query: pairsQuery, response: { file: 'text/csv', description: 'All pairs, times in seconds' },
      handler: async (ctx, { params: { link }, query, reply }) => {
        const { question, pairs } = await asked(ctx, parts, link, query);
        await onSession(session, ctx, reply, (c, signal) => sendCsv(reply, 'hand-overs.csv', headOf(pairColumns(pairs, question.calendar !== null)), inHandOvers(c, { ...question, signal }, (h) => allPairs(h, pairs))));
      },
    }),
    route({
      method: 'GET', path: '/hand-over-suggestions', id: 'getHandOverSuggestions', summary: 'Keys that the logs of two processes seem to share, by the values that both have', tag, sets: anySet, response: suggestionsSchema,
      handler: (ctx, { reply }) => suggestions(ctx, parts, suggested, reply),
    }),
  ];
}

const nextOf = ({ next }: { readonly next: string | null }) => (next === null ? null : writeCursor([Number(next)]));
const headOf = (columns: ReturnType<typeof pairColumns>) => columns.map((x) => (x.unit === null ? x.name : `${x.name} (${x.unit})`));

/** Two functions of an address, or null for what stays within one. */
function twoOf({ from, to }: z.output<typeof betweenQuery>): TwoFunctions | null {
  if (from !== undefined && to !== undefined) return { from, to };
  if (from !== undefined || to !== undefined) throw problem('bad-input', { detail: 'Rows between functions are of two of them', value: from ?? to ?? '', wanted: 'both `from` and `to`, or neither for hand-overs that stay within one function', at: { path: from === undefined ? 'from' : 'to' } });
  return null;
}

/** The question of one direction of a link, and which of its rows are asked for. */
async function asked(ctx: Ctx, { handOvers }: AcrossParts, link: string, query: z.output<typeof pairsQuery>) {
  const time = await figureTime(ctx.db, ctx.clock);
  const edge = (await handOvers.edges(ctx.db, link)).find((e) => e.edge.back === (query.back === 'true'));
  if (edge === undefined) throw problem('not-found', { detail: 'There is no such link between processes', value: link, wanted: 'an id of GET /process-links' });
  const { figures, why } = await handOvers.of(edge, time, ctx.clock.now().getTime());
  const { from, to } = edge;
  if (figures === null || from === undefined || to === undefined) throw problem('not-found', { detail: why ?? 'Nothing was measured of this link', value: link, wanted: 'a link between processes whose event logs have data' });
  const window = query.all === 'true' ? { ...figures.window, id: wholeRecord } : figures.window;
  const pairs: PairsQuestion = { which: query.which, window, horizonSeconds: figures.horizonSeconds };
  return { question: questionOf({ edge: edge.edge, from, to }, measuredAsOf(time, to.process.body.zone)), pairs };
}

/** Keys that no link names yet; the search is kept while the logs stay the same. */
async function suggestions(ctx: Ctx, { store }: AcrossParts, known: Map<string, SharedKeySearch>, reply: FastifyReply) {
  const { db } = ctx;
  const processes = await currentRecords(db, processKind);
  const logs = (await Promise.all(processes.map(async (p) => ({ process: p.id, inputs: await processInputs(db, store, p) })))).flatMap(({ process, inputs }) => (inputs === undefined ? [] : [{ process, version: inputs.dataset.version }]));
  const key = JSON.stringify(logs.map((l) => [l.process, l.version.id]));
  let search = known.get(key);
  if (search === undefined) {
    search = await onSession({ ...store, seconds: SUGGEST_SECONDS, wanted: 'processes whose event logs have fewer cases or attributes' }, ctx, reply, (c, signal) => sharedKeysOf(c, logs, { signal }));
    known.clear();
    known.set(key, search);
  }
  const linked = new Set((await currentRecords(db, processLinkKind)).flatMap(({ body: { from, to } }) => [[from, to], [to, from]].map(([a, b]) => JSON.stringify([a!.process, a!.key ?? null, b!.process, b!.key ?? null]))));
  const of = new Map(processes.map((p) => [p.id, p.body]));
  const items = search.found.filter((s) => !linked.has(JSON.stringify([s.from.process, s.from.key, s.to.process, s.to.key])));
  return {
    items: items.map((s) => ({ ...s, from: { ...s.from, name: of.get(s.from.process)!.name }, to: { ...s.to, name: of.get(s.to.process)!.name, owner: of.get(s.to.process)!.owner } })),
    processes: logs.length, compared: search.compared, leftOut: search.leftOut,
  };
}

async function* once(rows: CsvValue[][]): AsyncGenerator<CsvValue[][]> {
  yield rows;
}
