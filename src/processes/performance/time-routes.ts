import { z } from 'zod';
import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { type AnyRoute, type CsvValue, pageOf, pageQuery, readOffset, route, type RouteInput, sendCsv, writeCursor } from '../../platform/http/index.ts';
import { anySet, type Ctx } from '../../platform/write/index.ts';
import { figureTime } from '../../organisation/index.ts';
import { asking, caseColumns, CaseLists, caseRowSchema, type CasesBehind, type DatasetVersion, eventLogsTag, filterOf, filterQuery, idParams, isoOf, type LogFilter, type QuestionParts } from '../event-logs/index.ts';
import { agreedOf, type Agreed } from './agreed.ts';
import { measuredAsOf } from './evidence.ts';
import type { CaseTimesQuestion } from './case-times.ts';
import { activeCases } from './over-time/active-cases.ts';
import { withCounted } from './over-time/counted-cases.ts';
import { dots } from './over-time/dots.ts';
import { StepCache } from './steps/step-cache.ts';
import { allStepsBehind, casesOfSteps, type StepsBehind, stepsBehind } from './steps/step-rows.ts';
import type { Steps } from './steps/steps.ts';
import { type TimeFindings, timeFindings } from './time-findings.ts';
import { casesOverTimeSchema, countedQuery, dotsSchema, stepRowSchema, stepsQuery, timeSchema } from './time-schemas.ts';
import { timeTables } from './time-tables.ts';

/** Pairs of steps that a page is given; the file holds all. */
const MOST_EDGES = 500;

const overTimeQuery = filterQuery.extend({ by: z.enum(['day', 'week']).default('week') });
const dotsQuery = filterQuery.extend({ limit: z.coerce.number().int().min(1).max(20_000).default(10_000).describe('So many events at most, of whole cases') });

interface Asked { readonly eventLog: string; readonly asOf: number; readonly c: EngineConnection; readonly version: DatasetVersion; readonly agreed: Agreed; readonly filter: LogFilter; readonly signal: AbortSignal }

const common = { method: 'GET', tag: eventLogsTag, sets: anySet, params: idParams } as const;

/** Where time goes in a log: waits and touch times, bottlenecks, rework, hand-overs, batches, load, cases over time and dots, of the cases that a filter lets pass. */
export function timeRoutes(parts: QuestionParts): AnyRoute[] {
  const timing = timingOf(parts);
  return [...findingRoutes(timing), ...overTimeRoutes(timing), ...stepRoutes(timing), ...tableRoutes(timing)];
}

type Timing = ReturnType<typeof timingOf>;

/** How the questions of these routes are asked, and what is kept between them. */
function timingOf(parts: QuestionParts) {
  const ask = asking(parts);
  const cache = new StepCache(parts.engine);
  /** A question with what the registers agree for the process of the log at the time that figures are of. */
  const asked = <Q extends z.output<typeof filterQuery>, T>(ctx: Ctx, input: Pick<RouteInput<{ id: string }, Q, unknown>, 'reply' | 'params' | 'query'>, question: (a: Asked) => Promise<T>): Promise<T> =>
    ask(ctx, input.params.id, input, async (c, version, signal) => {
      const time = await figureTime(ctx.db, ctx.clock);
      const agreed = await agreedOf(ctx.db, input.params.id, time.company.zone);
      return question({ eventLog: input.params.id, asOf: measuredAsOf(time, agreed.zone), c, version, agreed, filter: await filterOf(c, version, input.query), signal });
    });
  const withStepsOf = <T>({ c, eventLog, version, agreed, filter, signal }: Asked, work: (steps: Steps) => Promise<T>) => cache.with({ c, eventLog, version, filter, calendar: agreed.calendar, ends: agreed.ends, signal }, work);
  return { asked, withStepsOf, lists: new CaseLists() };
}

function findingRoutes({ asked, withStepsOf }: Timing): AnyRoute[] {
  return [
    route({
      ...common, path: '/event-logs/:id/performance', id: 'getLogPerformance', summary: 'Where time goes: waits and touch times of activities and pairs, rework, hand-overs, batches, load', query: filterQuery, response: timeSchema,
      handler: (ctx, input) => asked(ctx, input, (a) => withStepsOf(a, async (steps) => told(await timeFindings(steps, a.agreed), a.agreed))),
    }),
  ];
}

function overTimeRoutes({ asked, lists }: Timing): AnyRoute[] {
  const ofPeriod = (a: Asked, { counted, since, until }: z.output<typeof countedQuery>): CasesBehind => {
    const question = timesAsked(a);
    return { ...a, key: JSON.stringify([question.filter, question.completion, counted, since, until]), tell: (work) => withCounted(a.c, a.version, { counted, since, until }, question, work) };
  };
  return [
    route({
      ...common, path: '/event-logs/:id/performance/over-time', id: 'getCasesOverTime', summary: 'Cases that started, were completed and were under way, by day or week', query: overTimeQuery, response: casesOverTimeSchema,
      handler: (ctx, input) => asked(ctx, input, async (a) => ({ zone: a.agreed.zone, by: input.query.by, closedAfterSeconds: a.agreed.closedAfterSeconds, periods: await overTime(a, input.query.by) })),
    }),
    route({
      ...common, path: '/event-logs/:id/performance/over-time.csv', id: 'downloadCasesOverTime', summary: 'The same as CSV', query: overTimeQuery, response: { file: 'text/csv', description: 'period, from, to, started, completed, by_silence, active, in_progress' },
      handler: (ctx, input) => asked(ctx, input, async (a) => {
        const periods = await overTime(a, input.query.by);
        await sendCsv(input.reply, 'cases-over-time.csv', ['period', 'from', 'to', 'started', 'completed', 'by_silence', 'active', 'in_progress'], once(periods.map((p) => [p.id, p.from, p.to, p.started, p.completed, p.bySilence, p.active, p.inProgress])));
      }),
    }),
    route({
      ...common, path: '/event-logs/:id/performance/cases', id: 'listCasesOverTime', summary: 'The cases that a figure of cases over time counts', query: countedQuery.extend(pageQuery.shape), response: pageOf(caseRowSchema),
      handler: (ctx, input) => asked(ctx, input, (a) => lists.page(ofPeriod(a, input.query), input.query)),
    }),
    route({
      ...common, path: '/event-logs/:id/performance/cases.csv', id: 'downloadCountedCases', summary: 'The same as CSV, all of them', query: countedQuery, response: { file: 'text/csv', description: caseColumns.join(', ') },
      handler: (ctx, input) => asked(ctx, input, (a) => lists.file(ofPeriod(a, input.query), input.reply)),
    }),
    route({
      ...common, path: '/event-logs/:id/performance/dots', id: 'getLogDots', summary: 'Every event of the cases, or of a sample of them, for a dotted chart', query: dotsQuery, response: dotsSchema,
      handler: (ctx, input) => asked(ctx, input, async ({ c, version, filter, signal }) => { const d = await dots(c, version, { filter, limit: input.query.limit, signal }); return { ...d, activities: [...d.activities], cases: [...d.cases], case: [...d.case], activity: [...d.activity], seconds: [...d.seconds] }; }),
    }),
  ];
}

function stepRoutes({ asked, withStepsOf, lists }: Timing): AnyRoute[] {
  const ofSteps = (a: Asked, query: z.output<typeof stepsQuery>): CasesBehind => {
    const asked = behind(query, a.agreed);
    return { ...a, key: JSON.stringify([a.filter, a.agreed.ends, { ...asked, functionOf: [...(asked.functionOf ?? [])] }]), tell: (work) => withStepsOf(a, async (steps) => work(await casesOfSteps(steps, asked))) };
  };
  return [
    route({
      ...common, path: '/event-logs/:id/performance/steps', id: 'listSteps', summary: 'The steps behind a figure of where time goes, the longest waits first; times in seconds', query: stepsQuery.extend(pageQuery.shape), response: pageOf(stepRowSchema),
      handler: (ctx, input) => asked(ctx, input, async (a) => {
        const offset = readOffset(input.query.cursor);
        const { items, total } = await withStepsOf(a, (steps) => stepsBehind(steps, behind(input.query, a.agreed), { limit: input.query.limit, offset }));
        return { items, total, next: offset + items.length < total ? writeCursor([offset + items.length]) : null };
      }),
    }),
    route({
      ...common, path: '/event-logs/:id/performance/steps.csv', id: 'downloadSteps', summary: 'The same as CSV, all of them', query: stepsQuery, response: { file: 'text/csv', description: STEP_COLUMNS.join(', ') },
      handler: (ctx, input) => asked(ctx, input, (a) => withStepsOf(a, (steps) => sendCsv(input.reply, 'steps.csv', STEP_COLUMNS, stepLines(steps, behind(input.query, a.agreed))))),
    }),
    route({
      ...common, path: '/event-logs/:id/performance/steps/cases', id: 'listCasesOfSteps', summary: 'The cases that have a step behind a figure', query: stepsQuery.extend(pageQuery.shape), response: pageOf(caseRowSchema),
      handler: (ctx, input) => asked(ctx, input, (a) => lists.page(ofSteps(a, input.query), input.query)),
    }),
    route({
      ...common, path: '/event-logs/:id/performance/steps/cases.csv', id: 'downloadCasesOfSteps', summary: 'The same as CSV, all of them', query: stepsQuery, response: { file: 'text/csv', description: caseColumns.join(', ') },
      handler: (ctx, input) => asked(ctx, input, (a) => lists.file(ofSteps(a, input.query), input.reply)),
    }),
  ];
}

function tableRoutes({ asked, withStepsOf }: Timing): AnyRoute[] {
  return timeTables.map(({ name, id, summary, head, rows }) => route({
    ...common, path: `/event-logs/:id/performance/${name}.csv`, id, summary: `${summary}; times in seconds`, query: filterQuery, response: { file: 'text/csv', description: head.join(', ') },
    handler: (ctx, input) => asked(ctx, input, (a) => withStepsOf(a, (steps) => sendCsv(input.reply, `${name}.csv`, head, rows(steps, a.agreed)))),
  }));
}

const STEP_COLUMNS = ['case', 'step', 'step_before', 'ready', 'start', 'completed', 'wait_s', 'working_wait_s', 'touch_s', 'batch', 'batch_cases', 'in_hour_s'];

function behind({ step, after, again, later, withoutStart, batched, hands, hour, worked, fromResource, toResource, fromFunction, toFunction, noFunction }: z.output<typeof stepsQuery>, { zone, functions }: Agreed): StepsBehind {
  const pair = (from: string | undefined, to: string | undefined) => (from === undefined || to === undefined ? undefined : { from, to });
  return {
    activity: step, previous: after, again, later, withoutStart, batched, hands, hour: hour === undefined ? undefined : { of: hour, zone, worked }, resources: pair(fromResource, toResource),
    functions: pair(fromFunction, toFunction), noFunction, functionOf: functions ?? undefined,
  };
}

async function* stepLines(steps: Steps, asked: StepsBehind): AsyncGenerator<CsvValue[][]> {
  for await (const rows of allStepsBehind(steps, asked)) yield rows.map((r) => [r.case, r.step, r.before, r.ready, r.start, r.completed, r.wait, r.workingWait, r.touch, r.batch?.id ?? null, r.batch?.cases ?? null, r.inHour]);
}

function timesAsked({ agreed: { ends, closedAfterSeconds }, filter, signal, asOf }: Asked): CaseTimesQuestion {
  return { filter, completion: { ends, closedAfterSeconds, asOf }, signal };
}

function overTime(a: Asked, by: 'day' | 'week'): ReturnType<typeof activeCases> {
  return activeCases(a.c, a.version, { ...timesAsked(a), zone: a.agreed.zone, by });
}

/** The findings as the API tells them. */
function told(f: TimeFindings, { process, hours, delayCostAnHour }: Agreed): z.input<typeof timeSchema> {
  const { functions } = f;
  return {
    process, workingHours: hours, delayCostAnHour, waiting: f.waiting,
    steps: { ...f.steps, from: f.steps.from === null ? null : isoOf(f.steps.from), to: f.steps.to === null ? null : isoOf(f.steps.to) },
    activities: [...f.activities], edges: f.edges.slice(0, MOST_EDGES), pairs: f.edges.length, rework: [...f.rework], handOvers: f.handOvers, resources: f.resources === null ? null : [...f.resources],
    functions: functions === null ? null : { of: [...functions.of].map(([activity, name]) => ({ activity, function: name })), handOvers: [...functions.handOvers], unmapped: functions.unmapped },
    batches: { ...f.batches, activities: [...f.batches.activities] }, load: { ...f.load, hours: [...f.load.hours], withheld: [...f.load.withheld] }, later: [...f.later],
  };
}

async function* once(rows: CsvValue[][]): AsyncGenerator<CsvValue[][]> {
  yield rows;
}
