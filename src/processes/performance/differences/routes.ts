import { z } from 'zod';
import { type AnyRoute, type CsvValue, route, type RouteInput, sendCsv } from '../../../platform/http/index.ts';
import { anySet, type Ctx } from '../../../platform/write/index.ts';
import { type Ask, asking, eventLogsTag as tag, filterOf, filterQuery, idParams, type QuestionParts } from '../../event-logs/index.ts';
import { type LogRules, rulesOfLog } from '../log-rules.ts';
import { differencesSchema } from './schemas.ts';
import { type SlowAndFast, slowAndFast } from './slow-and-fast.ts';

const query = filterQuery.extend({ split: z.enum(['median', 'working', 'target']).default('median').describe('What slow cases took longer than: the median elapsed time, the median working time, or the target of the process') });
const COLUMNS = ['kind', 'known_at_start', 'name', 'value', 'effect', 'effect_lo', 'effect_hi', 'q', 'cases', 'with', 'with_slow', 'without', 'without_slow', 'median_slow', 'median_fast'];

type Input = RouteInput<z.output<typeof idParams>, z.output<typeof query>, unknown>;

/** What differs between slow and fast cases, as an answer and as a file. */
export function differenceRoutes(parts: QuestionParts): AnyRoute[] {
  const ask = asking(parts);
  const common = { method: 'GET', tag, sets: anySet, params: idParams, query } as const;
  return [
    route({
      ...common, path: '/event-logs/:id/differences', id: 'getLogDifferences', summary: 'In what slow and fast cases differ: ranked by effect, with intervals; open cases and personal columns are left out', response: differencesSchema,
      handler: async (ctx, input) => { const { log, found } = await asked(ask, ctx, input); return answerOf(log, found); },
    }),
    route({
      ...common, path: '/event-logs/:id/differences.csv', id: 'downloadLogDifferences', summary: 'The same as CSV', response: { file: 'text/csv', description: COLUMNS.join(', ') },
      handler: async (ctx, input) => { const { found } = await asked(ask, ctx, input); await sendCsv(input.reply, 'slow-or-fast.csv', COLUMNS, once(found.differences.map(line))); },
    }),
  ];
}

async function asked(ask: Ask, ctx: Ctx, input: Input): Promise<{ log: LogRules; found: SlowAndFast }> {
  const log = await rulesOfLog(ctx, input.params.id);
  const { zone, ends, closedAfterSeconds, targetSeconds, calendar } = log.rules;
  const found = await ask(ctx, input.params.id, input, async (c, v, signal) => slowAndFast(c, v, { filter: await filterOf(c, v, input.query), by: input.query.split, zone, targetSeconds, calendar, completion: { ends, closedAfterSeconds, asOf: log.asOf }, signal }));
  return { log, found };
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
