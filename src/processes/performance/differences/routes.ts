import type { z } from 'zod';
import { type AnyRoute, type CsvValue, pageOf, pageQuery, route, type RouteInput, sendCsv } from '../../../platform/http/index.ts';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { anySet, type Ctx } from '../../../platform/write/index.ts';
import { type Ask, asking, caseColumns, CaseLists, caseRowSchema, type CasesBehind, type DatasetVersion, eventLogsTag as tag, filterOf, idParams, type QuestionParts } from '../../event-logs/index.ts';
import { type LogRules, rulesOfLog } from '../log-rules.ts';
import { withSplitCases } from './cases-behind.ts';
import { differencesSchema, splitCasesQuery, splitQuery as query } from './schemas.ts';
import { type SlowAndFast, slowAndFast } from './slow-and-fast.ts';
import type { SplitQuestion } from './split.ts';

const COLUMNS = ['kind', 'known_at_start', 'name', 'value', 'effect', 'effect_lo', 'effect_hi', 'q', 'cases', 'with', 'with_slow', 'without', 'without_slow', 'median_slow', 'median_fast'];

type Input = RouteInput<z.output<typeof idParams>, z.output<typeof query>, unknown>;

/** What differs between slow and fast cases, as an answer and as a file. */
export function differenceRoutes(parts: QuestionParts): AnyRoute[] {
  const ask = asking(parts);
  const lists = new CaseLists();
  const common = { method: 'GET', tag, sets: anySet, params: idParams, query } as const;
  const cases = async <T>(ctx: Ctx, input: RouteInput<z.output<typeof idParams>, z.output<typeof splitCasesQuery>, unknown>, answer: (of: CasesBehind) => Promise<T>): Promise<T> => {
    const { side, kind, name, value, has } = input.query;
    const of = { side, kind, name, value, has };
    const { found } = await asked(ask, ctx, input, async (c, version, question, signal) => answer({ c, version, signal, key: JSON.stringify([keyOf(question), of]), tell: (work) => withSplitCases(c, version, question, of, work) }));
    return found;
  };
  return [
    route({
      ...common, path: '/event-logs/:id/differences', id: 'getLogDifferences', summary: 'In what slow and fast cases differ: ranked by effect, with intervals; open cases and personal columns are left out', response: differencesSchema,
      handler: async (ctx, input) => { const { log, found } = await asked(ask, ctx, input, slowAndFast); return answerOf(log, found); },
    }),
    route({
      ...common, path: '/event-logs/:id/differences.csv', id: 'downloadLogDifferences', summary: 'The same as CSV', response: { file: 'text/csv', description: COLUMNS.join(', ') },
      handler: async (ctx, input) => { const { found } = await asked(ask, ctx, input, slowAndFast); await sendCsv(input.reply, 'slow-or-fast.csv', COLUMNS, once(found.differences.map(line))); },
    }),
    route({
      ...common, path: '/event-logs/:id/differences/cases', id: 'listCasesOfDifference', summary: 'The cases that a figure of slow or fast counts', query: splitCasesQuery.extend(pageQuery.shape), response: pageOf(caseRowSchema),
      handler: (ctx, input) => cases(ctx, input, (of) => lists.page(of, input.query)),
    }),
    route({
      ...common, path: '/event-logs/:id/differences/cases.csv', id: 'downloadCasesOfDifference', summary: 'The same as CSV, all of them', query: splitCasesQuery, response: { file: 'text/csv', description: caseColumns.join(', ') },
      handler: (ctx, input) => cases(ctx, input, (of) => lists.file(of, input.reply)),
    }),
  ];
}

type OfSplit<T> = (c: EngineConnection, version: DatasetVersion, question: SplitQuestion, signal: AbortSignal) => Promise<T>;

async function asked<T>(ask: Ask, ctx: Ctx, input: Input, question: OfSplit<T>): Promise<{ log: LogRules; found: T }> {
  const log = await rulesOfLog(ctx, input.params.id);
  const { zone, ends, closedAfterSeconds, targetSeconds, calendar } = log.rules;
  const found = await ask(ctx, input.params.id, input, async (c, v, signal) => question(c, v, { filter: await filterOf(c, v, input.query), by: input.query.split, zone, targetSeconds, calendar, completion: { ends, closedAfterSeconds, asOf: log.asOf }, signal }, signal));
  return { log, found };
}

/** All that the cases of a split depend on. */
function keyOf({ filter, by, zone, targetSeconds, calendar, completion }: SplitQuestion) {
  return [filter, by, zone, targetSeconds, by === 'working' && calendar != null ? [calendar.zone, calendar.weekly, [...calendar.exceptions]] : null, completion];
}

function answerOf({ rules }: LogRules, { split, tested, rules: { falseDiscoveryRate, leastCases }, differences }: SlowAndFast): z.input<typeof differencesSchema> {
  return {
    split, tested, falseDiscoveryRate, leastCases,
    choices: ['median', ...(rules.calendar === null ? [] : ['working' as const]), ...(rules.targetSeconds === null ? [] : ['target' as const])],
    differences: differences.map(({ delta, n, filter, ...d }) => ({
      ...d, effect: delta, cases: n,
      filter: filter === null ? null : Object.fromEntries(Object.entries(filter).map(([name, values]) => [name, name === 'variant' ? values.map(Number) : [...values]])),
    })),
  };
}

function line({ kind, knownAtStart, name, value, delta, q, n, share, median }: SlowAndFast['differences'][number]): CsvValue[] {
  return [kind, knownAtStart ? 'yes' : 'no', name, value, delta.estimate, delta.lo, delta.hi, q, n, share?.with.cases ?? null, share?.with.slow ?? null, share?.without.cases ?? null, share?.without.slow ?? null, median?.slow ?? null, median?.fast ?? null];
}

async function* once(rows: CsvValue[][]): AsyncGenerator<CsvValue[][]> {
  yield rows;
}
