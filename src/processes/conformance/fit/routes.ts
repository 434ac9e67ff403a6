import { z } from 'zod';
import { problem } from '../../../platform/errors/index.ts';
import { type AnyRoute, type CsvValue, goneSignal, pageOf, pageQuery, readCursor, route, type RouteInput, sendCsv, writeCursor } from '../../../platform/http/index.ts';
import { anySet, type Ctx } from '../../../platform/write/index.ts';
import { allCases, asking, type CaseRow, caseRowSchema, cases, type DatasetVersion, eventLogsTag, filterOf, idParams, type LogFilter, type QuestionParts } from '../../event-logs/index.ts';
import type { Discoveries } from '../../model-register/index.ts';
import { processOfLog } from '../rules/of-log.ts';
import { atStake } from './at-stake.ts';
import { fitLimits, Fits, type KnownFit } from './fits.ts';
import { type OfVariant, ofThese, ofVariants } from './of-variants.ts';
import { fitQuery, fitSchema } from './schemas.ts';
import { SharedAnswers } from './shared-answers.ts';
import { deviationInWords } from './words.ts';

export interface ConformanceParts extends QuestionParts {
  readonly discoveries: Discoveries;
}

type FitQuery = z.output<typeof fitQuery>;
type Input<Q> = RouteInput<{ id: string }, Q, unknown>;

const CASE = ['case', 'variant', 'first', 'last', 'events', 'seconds'] as const;
const DEVIATION = ['kind', 'activity', 'after', 'cases', 'times', 'complete cases', 'mean seconds', 'more seconds', 'more from', 'more to', 'delay cost from', 'delay cost to', 'margin from', 'margin to', 'currency'] as const;
const deviation = z.object({ deviation: z.string().max(64).optional().describe('The id of a deviation; absent: all cases that do not keep to the model') });

/** How the cases of a log fit a model: fitness, deviations in words with what goes with them, and the cases of each. */
export function fitRoutes(parts: ConformanceParts): AnyRoute[] {
  const ask = asking(parts);
  const fits = new Fits(parts);
  const known = new SharedAnswers<KnownFit>(fitLimits.kept);
  const common = { method: 'GET', tag: eventLogsTag, sets: anySet, params: idParams } as const;
  const csv = (columns: readonly string[]) => ({ file: 'text/csv', description: columns.join(', ') }) as const;

  /** The fit, and a question about its cases to the version that it is of. */
  const fitted = async <T>(ctx: Ctx, input: Input<FitQuery>, question: (fit: KnownFit, of: { c: Parameters<Parameters<typeof ask>[3]>[0]; v: DatasetVersion; filter: LogFilter; signal: AbortSignal }) => Promise<T>): Promise<T> => {
    const { model, method, seconds } = input.query;
    const [version, filter] = await ask(ctx, input.params.id, input, async (c, v) => [v, await filterOf(c, v, input.query)] as const);
    const asked = { version, filter, model, method, seconds };
    const fit = await known.of(await fits.key(ctx, asked), goneSignal(input.reply), (signal) => fits.find(ctx, asked, signal));
    return asking({ ...parts, currentVersion: async () => version })(ctx, input.params.id, input, (c, v, signal) => question(fit, { c, v, filter, signal }));
  };
  const answer = async (ctx: Ctx, input: Input<FitQuery>) => {
    const { process, one } = await processOfLog(ctx, input.params.id);
    const { delayCostAnHour, margin, ends = [] } = process?.body ?? {};
    const attribute = margin !== undefined && 'attribute' in margin ? margin.attribute : undefined;
    return fitted(ctx, input, async (fit, { c, v, filter, signal }) => answered(fit, await ofVariants(c, v, { filter, ends, margin: attribute, signal }), { delayCostAnHour, margin }, one));
  };
  /** The filter of the cases of a deviation: by their variants, which are among those of the filter. */
  const casesOf = (fit: KnownFit, filter: LogFilter, id: string | undefined): LogFilter => {
    const found = id === undefined ? fit.leaving : fit.deviations.find((d) => d.id === id)?.variants;
    if (found === undefined) throw problem('not-found', { detail: 'The cases in view do not have this deviation', value: id ?? '', wanted: 'an id of GET /event-logs/:id/conformance with the same filters and model' });
    return { ...filter, variants: found };
  };
  return [
    route({ ...common, path: '/event-logs/:id/conformance', id: 'getConformance', summary: 'How the cases in view fit a model, and where they leave it', query: fitQuery, response: fitSchema, handler: answer }),
    route({
      ...common, path: '/event-logs/:id/conformance.csv', id: 'downloadDeviations', summary: 'The deviations as CSV, formulas neutralised; money in minor units', query: fitQuery, response: csv(DEVIATION),
      handler: async (ctx, input) => {
        const { deviations } = await answer(ctx, input);
        await sendCsv(input.reply, 'deviations.csv', [...DEVIATION], once(deviations.map((d) => [d.kind, d.activity, d.after, d.cases, d.times, d.time?.cases ?? null, d.time?.mean ?? null, d.time?.more.estimate ?? null, d.time?.more.lo ?? null, d.time?.more.hi ?? null, d.delay?.low ?? null, d.delay?.high ?? null, d.margin?.low ?? null, d.margin?.high ?? null, d.delay?.currency ?? d.margin?.currency ?? null])));
      },
    }),
    route({
      ...common, path: '/event-logs/:id/conformance/cases', id: 'listCasesOfDeviation', summary: 'The cases in view that leave a model, in one way or in any', query: fitQuery.extend({ ...deviation.shape, ...pageQuery.shape }), response: pageOf(caseRowSchema),
      handler: (ctx, input) => fitted(ctx, input, async (fit, { c, v, filter, signal }) => {
        const { limit, cursor } = input.query;
        const of = casesOf(fit, filter, input.query.deviation);
        if (of.variants?.length === 0) return { items: [], total: 0, next: null };
        const page = await cases(c, v, { filter: of, limit, after: cursor === undefined ? -1 : Number(readCursor(cursor)[0]) }, { signal });
        return { items: [...page.items], total: page.total, next: page.next === null ? null : writeCursor([page.next]) };
      }),
    }),
    route({
      ...common, path: '/event-logs/:id/conformance/cases.csv', id: 'downloadCasesOfDeviation', summary: 'All of these cases as CSV, formulas neutralised', query: fitQuery.extend(deviation.shape), response: csv(CASE),
      handler: (ctx, input) => fitted(ctx, input, async (fit, { c, v, filter, signal }) => {
        const of = casesOf(fit, filter, input.query.deviation);
        await sendCsv(input.reply, 'cases.csv', [...CASE], of.variants?.length === 0 ? once([]) : inRows(allCases(c, v, of, { signal })));
      }),
    }),
  ];
}

function answered({ model, fitness, keeping, leaving, deviations }: KnownFit, known: ReadonlyMap<number, OfVariant>, prices: Parameters<typeof atStake>[3], one: string): z.input<typeof fitSchema> {
  const [kept, left] = [ofThese(known, keeping), ofThese(known, leaving).cases];
  return {
    model: { name: model.name, version: model.version }, method: fitness.method, case: one, cases: fitness.cases, exact: fitness.exact, fitness: { lower: fitness.lower, upper: fitness.upper },
    keeping: fitness.fittingCases, leaving: left, unknown: fitness.cases - fitness.fittingCases - left,
    deviations: deviations.map(({ variants, ...d }) => ({ ...d, words: deviationInWords(d), ...atStake(ofThese(known, variants), d.cases, kept, prices) })),
  };
}

async function* inRows(pieces: AsyncIterable<readonly CaseRow[]>): AsyncGenerator<CsvValue[][]> {
  for await (const piece of pieces) yield piece.map((k) => [k.id, k.variant, k.first, k.last, k.events, k.seconds]);
}

async function* once(rows: CsvValue[][]): AsyncGenerator<CsvValue[][]> {
  yield rows;
}
