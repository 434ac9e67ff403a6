import { z } from 'zod';
import { problem } from '../../../platform/errors/index.ts';
import { type AnyRoute, type CsvValue, route, type RouteInput, sendCsv } from '../../../platform/http/index.ts';
import { anySet, type Ctx } from '../../../platform/write/index.ts';
import { type Ask, asking, eventLogsTag as tag, filterOf, filterQuery, idParams, type QuestionParts } from '../../event-logs/index.ts';
import { rulesOfLog } from '../log-rules.ts';
import type { Times } from '../steps/model.ts';
import { compareChains, compareSets, type Comparison } from './compare.ts';

const times = z.object({ n: z.number().int(), mean: z.number(), median: z.number(), p90: z.number(), total: z.number() }).nullable();

const comparisonSchema = z.object({
  by: z.enum(['variants', 'filters']),
  sides: z.array(z.object({ variant: z.number().int().nullable().describe('Null of a filter: the cases in view, then all'), cases: z.number().int(), open: z.number().int().describe('Not complete yet; times are of the others'), elapsed: times.describe('Seconds from the first event to completion'), working: times.describe('The same in working hours; null without a calendar') })),
  steps: z.array(z.object({
    activity: z.string(),
    sides: z.array(z.object({ cases: z.number().int(), timesACase: z.number(), wait: times, workingWait: times, touch: times, workingTouch: times }).nullable()).describe('Null in a side that has not this step'),
  })).describe('Of variants each step of their aligned chains in order; of filters each activity, the largest difference of waiting first'),
  partings: z.array(z.object({ after: z.string().nullable(), before: z.string().nullable(), ways: z.array(z.array(z.string())) })).describe('Where variants go different ways; null at the beginning and the end'),
  ends: z.array(z.string()).describe('The first of these completes a case, and how long it takes is measured until then; empty: until its last event'),
  cut: z.boolean().describe('A chain was too long and only its first steps are compared'),
});

const number = z.coerce.number().int().nonnegative();
const query = filterQuery.extend({
  compare: z.union([number, z.array(number).max(4)]).optional().transform((v) => [...new Set(v === undefined ? [] : [v].flat())]).describe('Two to four variants by their numbers; repeated'),
  against: z.enum(['all']).optional().describe('all: the cases in view against all cases of the log'),
});
type Input = RouteInput<z.output<typeof idParams>, z.output<typeof query>, unknown>;

const COLUMNS = ['step', 'activity', 'side', 'cases', 'times_a_case', 'wait_median', 'wait_p90', 'working_wait_median', 'working_wait_p90', 'touch_median', 'touch_p90', 'working_touch_median', 'working_touch_p90'];

/** Variants beside each other, or the cases in view beside all, as an answer and as a file. */
export function comparisonRoutes(parts: QuestionParts): AnyRoute[] {
  const ask = asking(parts);
  const common = { method: 'GET', tag, sets: anySet, params: idParams, query } as const;
  return [
    route({
      ...common, path: '/event-logs/:id/compare', id: 'compareLog', summary: 'Two to four variants beside each other, step by step; or the cases in view beside all cases', response: comparisonSchema,
      handler: async (ctx, input) => answerOf(input, await compared(ask, ctx, input)),
    }),
    route({
      ...common, path: '/event-logs/:id/compare.csv', id: 'downloadLogComparison', summary: 'The same as CSV, times in seconds', response: { file: 'text/csv', description: COLUMNS.join(', ') },
      handler: async (ctx, input) => { const found = await compared(ask, ctx, input); await sendCsv(input.reply, 'comparison.csv', COLUMNS, lines(answerOf(input, found))); },
    }),
  ];
}

async function compared(ask: Ask, ctx: Ctx, input: Input): Promise<Comparison & { readonly ends: readonly string[] }> {
  const { compare, against } = input.query;
  if ((against === undefined) === (compare.length === 0) || compare.length === 1) throw problem('bad-input', { detail: 'There must be something to compare, and one thing at a time', value: against ?? compare.join(', '), wanted: 'compare=2&compare=5 with two to four different variants, or against=all', at: { path: 'compare' } });
  const { rules: { ends, closedAfterSeconds, calendar }, asOf } = await rulesOfLog(ctx, input.params.id);
  const found = await ask(ctx, input.params.id, input, async (c, v, signal) => {
    const timed = { completion: { ends, closedAfterSeconds, asOf }, calendar, signal };
    if (against === 'all') return compareSets(c, v, { ...timed, filter: await filterOf(c, v, input.query) }, timed);
    const questions = await Promise.all(compare.map(async (variant) => ({ ...timed, filter: await filterOf(c, v, { ...input.query, variant: [variant] }) })));
    return compareChains(c, v, questions);
  });
  return { ...found, ends };
}

function answerOf({ query: { compare, against } }: Input, { sides, steps, partings, cut, ends }: Comparison & { readonly ends: readonly string[] }): z.input<typeof comparisonSchema> {
  return {
    by: against === undefined ? 'variants' : 'filters', cut, ends: [...ends],
    sides: sides.map((s, i) => ({ ...s, variant: compare[i] ?? null })),
    steps: steps.map((s) => ({ activity: s.activity, sides: [...s.sides] })),
    partings: partings.map((p) => ({ ...p, ways: p.ways.map((w) => [...w]) })),
  };
}

const both = (t: Omit<Times, 'unit'> | null): CsvValue[] => [t?.median ?? null, t?.p90 ?? null];

async function* lines({ sides, steps }: z.input<typeof comparisonSchema>): AsyncGenerator<CsvValue[][]> {
  yield steps.flatMap(({ activity, sides: of }, i) => of.flatMap((s, n): CsvValue[][] => (s === null ? [] : [[i + 1, activity, sides[n]!.variant ?? (n === 0 ? 'in view' : 'all'), s.cases, s.timesACase, ...both(s.wait as Times | null), ...both(s.workingWait as Times | null), ...both(s.touch as Times | null), ...both(s.workingTouch as Times | null)]])));
}
