import { z } from 'zod';
import { problem } from '../../../platform/errors/index.ts';
import { type AnyRoute, type CsvValue, goneSignal, pageOf, pageQuery, route, type RouteInput, sendCsv } from '../../../platform/http/index.ts';
import type { Process } from '../../../organisation/index.ts';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { anySet, type Ctx } from '../../../platform/write/index.ts';
import { asking, caseColumns, CaseLists, caseRowSchema, type CasesBehind, type DatasetVersion, eventLogsTag, filterOf, idParams, type QuestionParts } from '../../event-logs/index.ts';
import type { Discoveries } from '../../model-register/index.ts';
import { type CaseTimesQuestion, rulesOfLog } from '../../performance/index.ts';
import { atStake } from './at-stake.ts';
import { comparedSql, type Ended, withEnded } from './ended.ts';
import { fitLimits, Fits, type KnownFit } from './fits.ts';
import { type OfVariants, ofVariants } from './of-variants.ts';
import { fitQuery, fitSchema } from './schemas.ts';
import { SharedAnswers } from './shared-answers.ts';
import { deviationInWords } from './words.ts';

export interface ConformanceParts extends QuestionParts {
  readonly discoveries: Discoveries;
}

type FitQuery = z.output<typeof fitQuery>;
type Input<Q> = RouteInput<{ id: string }, Q, unknown>;

const DEVIATION = ['kind', 'activity', 'after', 'cases', 'times', 'complete cases', 'mean seconds', 'more seconds', 'more from', 'more to', 'more working seconds', 'more working from', 'more working to', 'delay cost from', 'delay cost to', 'hours of delay', 'margin from', 'margin to', 'currency'] as const;
/** Figures of the answer, by their names there. */
const figures = ['cases', 'underWay', 'keeping', 'leaving', 'unknown'] as const;
type Figure = (typeof figures)[number];
const ofFigure = z.object({
  counted: z.enum(figures).default('leaving').describe('Which figure of the fit: its cases, and as many'),
  deviation: z.string().max(64).optional().describe('The id of a deviation; absent: all that `counted` says'),
});

/** How the cases of a log fit a model: fitness, deviations in words with what goes with them, and the cases of each. */
export function fitRoutes(parts: ConformanceParts): AnyRoute[] {
  const ask = asking(parts);
  const fits = new Fits(parts);
  const known = new SharedAnswers<KnownFit>(fitLimits.kept);
  const lists = new CaseLists();
  const common = { method: 'GET', tag: eventLogsTag, sets: anySet, params: idParams } as const;
  const csv = (columns: readonly string[]) => ({ file: 'text/csv', description: columns.join(', ') }) as const;

  /** The fit, and a question about its cases to the version that it is of. */
  const fitted = async <T>(ctx: Ctx, input: Input<FitQuery>, question: (fit: KnownFit, of: OfFit) => Promise<T>): Promise<T> => {
    const { model, method, seconds } = input.query;
    const { rules: { ends, closedAfterSeconds, calendar, zone }, process, asOf } = await rulesOfLog(ctx, input.params.id);
    const completion = { ends, closedAfterSeconds, asOf };
    const [version, filter] = await ask(ctx, input.params.id, input, async (c, v) => [v, await filterOf(c, v, input.query)] as const);
    const asked = { version, filter, completion, model, method, seconds };
    const fit = await known.of(await fits.key(ctx, asked), goneSignal(input.reply), (signal) => fits.find(ctx, asked, signal));
    return asking({ ...parts, currentVersion: async () => version })(ctx, input.params.id, input, (c, v, signal) => question(fit, { c, v, process: process?.body, zone, cases: { filter, completion, calendar, signal } }));
  };
  const answer = async (ctx: Ctx, input: Input<FitQuery>) => fitted(ctx, input, async (fit, { c, v, process, zone, cases }) => {
    const margin = process?.margin !== undefined && 'attribute' in process.margin ? process.margin.attribute : undefined;
    const sets = [fit.keeping, fit.leaving, ...fit.deviations.map((d) => d.variants)];
    return answered(fit, await ofVariants(c, v, { ...cases, expecting: fit.expecting, zone, margin }, sets), { delayCostAnHour: process?.delayCostAnHour, margin: process?.margin }, process?.case ?? 'case');
  });
  return [
    route({ ...common, path: '/event-logs/:id/conformance', id: 'getConformance', summary: 'How the cases in view fit a model, and where they leave it', query: fitQuery, response: fitSchema, handler: answer }),
    route({
      ...common, path: '/event-logs/:id/conformance.csv', id: 'downloadDeviations', summary: 'The deviations as CSV, formulas neutralised; money in minor units', query: fitQuery, response: csv(DEVIATION),
      handler: async (ctx, input) => {
        const { deviations } = await answer(ctx, input);
        await sendCsv(input.reply, 'deviations.csv', [...DEVIATION], once(deviations.map((d) => [d.kind, d.activity, d.after, d.cases, d.times, d.time?.cases ?? null, d.time?.mean ?? null, d.time?.more.estimate ?? null, d.time?.more.lo ?? null, d.time?.more.hi ?? null, d.time?.working?.more.estimate ?? null, d.time?.working?.more.lo ?? null, d.time?.working?.more.hi ?? null, d.delay?.low ?? null, d.delay?.high ?? null, d.delay?.hours ?? null, d.margin?.low ?? null, d.margin?.high ?? null, d.delay?.currency ?? d.margin?.currency ?? null])));
      },
    }),
    route({
      ...common, path: '/event-logs/:id/conformance/cases', id: 'listCasesOfDeviation', summary: 'The cases in view that a figure of the fit counts: those that leave the model, in one way or in any, unless another is asked for', query: fitQuery.extend({ ...ofFigure.shape, ...pageQuery.shape }), response: pageOf(caseRowSchema),
      handler: (ctx, input) => fitted(ctx, input, (fit, of) => lists.page(behind(fit, of, input.query), input.query)),
    }),
    route({
      ...common, path: '/event-logs/:id/conformance/cases.csv', id: 'downloadCasesOfDeviation', summary: 'All of these cases as CSV, formulas neutralised', query: fitQuery.extend(ofFigure.shape), response: csv(caseColumns),
      handler: (ctx, input) => fitted(ctx, input, (fit, of) => lists.file(behind(fit, of, input.query), input.reply)),
    }),
  ];
}

/** What a question about a fit is asked of. */
interface OfFit {
  readonly c: EngineConnection;
  readonly v: DatasetVersion;
  readonly process: Process | undefined;
  readonly zone: string;
  readonly cases: CaseTimesQuestion & { readonly signal: AbortSignal };
}

/** The cases of a deviation, or of a figure. */
function behind(fit: KnownFit, { c, v: version, cases }: OfFit, { counted, deviation }: z.output<typeof ofFigure>): CasesBehind {
  const { filter, completion, signal } = cases;
  const variants = deviation === undefined ? null : leavingBy(fit, deviation);
  const { expecting, keeping, leaving } = fit;
  return { c, version, signal, key: JSON.stringify([filter, completion, expecting, variants ?? [counted, keeping, leaving]]), tell: (work) => withEnded(c, version, cases, (ended) => work({ sql: variants === null ? figureSql(fit, ended, counted) : comparedOf(fit, ended, variants), values: [] })) };
}

/** The variants of a deviation. @throws Problem `not-found` for one that these cases do not have. */
function leavingBy(fit: KnownFit, id: string): readonly number[] {
  const found = fit.deviations.find((d) => d.id === id)?.variants;
  if (found === undefined) throw problem('not-found', { detail: 'The cases in view do not have this deviation', value: id, wanted: 'an id of GET /event-logs/:id/conformance with the same filters and model' });
  return found;
}

function figureSql(fit: KnownFit, ended: Ended, counted: Figure): string {
  const compared = `SELECT "case" FROM ${comparedSql(ended, fit.expecting)} t`;
  switch (counted) {
    case 'cases': return compared;
    case 'underWay': return `SELECT "case" FROM ${ended.inView} EXCEPT ${compared}`;
    case 'keeping': case 'leaving': return comparedOf(fit, ended, fit[counted]);
    case 'unknown': return `${compared} EXCEPT ${comparedOf(fit, ended, [...fit.keeping, ...fit.leaving])}`;
  }
}

function comparedOf(fit: KnownFit, ended: Ended, variants: readonly number[]): string {
  return `SELECT "case" FROM ${comparedSql(ended, fit.expecting)} t WHERE variant IN (${variants.length === 0 ? 'NULL' : variants.join(', ')})`;
}

function answered({ model, fitness, underWay, deviations }: KnownFit, [keeping, leaving, ...ways]: readonly OfVariants[], prices: Parameters<typeof atStake>[3], one: string): z.input<typeof fitSchema> {
  const left = leaving!.cases;
  return {
    model: { name: model.name, version: model.version }, method: fitness.method, case: one, cases: fitness.cases, exact: fitness.exact, fitness: { lower: fitness.lower, upper: fitness.upper },
    underWay, keeping: fitness.fittingCases, leaving: left, unknown: fitness.cases - fitness.fittingCases - left,
    deviations: deviations.map(({ variants: _variants, ...d }, i) => { const { time, ...money } = atStake(ways[i]!, d.cases, keeping!, prices); return { ...d, words: deviationInWords(d), time: time === null ? null : { ...time.elapsed, working: time.working }, ...money }; }),
  };
}

async function* once(rows: CsvValue[][]): AsyncGenerator<CsvValue[][]> {
  yield rows;
}
