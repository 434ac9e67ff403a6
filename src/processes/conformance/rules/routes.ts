import { z } from 'zod';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { Problem, problem, readDocument } from '../../../platform/errors/index.ts';
import { type AnyRoute, type CsvValue, pageOf, pageQuery, route, type RouteInput, sendCsv } from '../../../platform/http/index.ts';
import { anySet, type Ctx } from '../../../platform/write/index.ts';
import { asking, caseColumns, CaseLists, caseRowSchema, type CasesBehind, type DatasetVersion, eventLogsTag, filterOf, filterQuery, idParams, type QuestionParts } from '../../event-logs/index.ts';
import { casesOfRule, checkRule, ruleFigures, type RuleScope } from './check.ts';
import { type LogProcess, processOfLog, ruleOfProcess, rulesOfProcess } from './of-log.ts';
import { type Rule, ruleSchema } from './rule.ts';
import { ruleAnswerSchema, rulesAnswerSchema } from './schemas.ts';
import { answerInWords, ruleInWords } from './words.ts';

const RULE = ['id', 'name', 'rule', 'concerned', 'kept', 'broken', 'undecided', 'why not'] as const;
const ofRule = idParams.extend({ rule: z.string().max(64) });
const figure = z.object({ counted: z.enum(ruleFigures).default('broken').describe('Which figure of the rule: its cases, and as many') });
const casesQuery = filterQuery.extend(figure.shape);
const unsaved = z.object({ rule: z.string().max(4000).describe('A rule as JSON, as process rules hold it') });

/** How the cases of a log keep to the rules of its process, and to one that is not recorded yet; which cases each figure counts. */
export function ruleRoutes(parts: QuestionParts): AnyRoute[] {
  const ask = asking(parts);
  const lists = new CaseLists();
  const common = { method: 'GET', tag: eventLogsTag, sets: anySet } as const;
  const csv = (columns: readonly string[]) => ({ file: 'text/csv', description: columns.join(', ') }) as const;
  const rules = async (ctx: Ctx, id: string, input: Parameters<typeof ask>[2] & { query: z.output<typeof filterQuery> }) => {
    const of = await processOfLog(ctx, id);
    const recorded = await rulesOfProcess(ctx, of.process?.id);
    return ask(ctx, id, input, async (c, v, signal) => {
      const filter = await filterOf(c, v, input.query);
      const items = [];
      for (const r of recorded) items.push({ id: r.id, version: r.versionId, name: r.body.name, description: r.body.description ?? null, ...await answered(c, v, r.body.rule, of, { filter, signal }) });
      const { process } = of;
      return { process: process === undefined ? null : { id: process.id, name: process.body.name, owner: process.body.owner }, case: of.one, workingHours: of.calendar !== null, items };
    });
  };
  const ofRecorded = async <T>(ctx: Ctx, input: RouteInput<z.output<typeof ofRule>, z.output<typeof casesQuery>, unknown>, answer: (cases: CasesBehind) => Promise<T>): Promise<T> => {
    const { process, calendar } = await processOfLog(ctx, input.params.id);
    const { body: { rule } } = await ruleOfProcess(ctx, process?.id, input.params.rule);
    return ask(ctx, input.params.id, input, async (c, v, signal) => answer(await behind(c, v, { rule, calendar, signal }, input.query)));
  };
  return [
    route({ ...common, path: '/event-logs/:id/rules', id: 'checkRules', summary: 'How the cases in view keep to each rule of the process', params: idParams, query: filterQuery, response: rulesAnswerSchema, handler: (ctx, input) => rules(ctx, input.params.id, input) }),
    route({
      ...common, path: '/event-logs/:id/rules.csv', id: 'downloadRules', summary: 'The same as CSV, formulas neutralised', params: idParams, query: filterQuery, response: csv(RULE),
      handler: async (ctx, input) => {
        const { items } = await rules(ctx, input.params.id, input);
        await sendCsv(input.reply, 'rules.csv', [...RULE], once(items.map(({ id, name, words, answer: a, why }) => [id, name, words, a?.concerned ?? null, a?.kept ?? null, a?.broken ?? null, a?.undecided ?? null, why?.detail ?? null])));
      },
    }),
    route({
      ...common, path: '/event-logs/:id/rules/:rule/cases', id: 'listCasesOfRule', summary: 'The cases in view that a figure of a rule counts: those that break it, unless another is asked for', params: ofRule, query: casesQuery.extend(pageQuery.shape), response: pageOf(caseRowSchema),
      handler: (ctx, input) => ofRecorded(ctx, input, (cases) => lists.page(cases, input.query)),
    }),
    route({
      ...common, path: '/event-logs/:id/rules/:rule/cases.csv', id: 'downloadCasesOfRule', summary: 'All of these cases as CSV, formulas neutralised', params: ofRule, query: casesQuery, response: csv(caseColumns),
      handler: (ctx, input) => ofRecorded(ctx, input, (cases) => lists.file(cases, input.reply)),
    }),
    route({
      ...common, path: '/event-logs/:id/rule-check', id: 'checkRule', summary: 'How the cases in view keep to a rule that need not be recorded', params: idParams, query: filterQuery.extend(unsaved.shape), response: ruleAnswerSchema,
      handler: async (ctx, input) => {
        const rule = readRule(input.query.rule);
        const of = await processOfLog(ctx, input.params.id);
        return ask(ctx, input.params.id, input, async (c, v, signal) => answered(c, v, rule, of, { filter: await filterOf(c, v, input.query), signal }));
      },
    }),
    route({
      ...common, path: '/event-logs/:id/rule-check/cases', id: 'listCasesOfUnsavedRule', summary: 'The cases in view that a figure of a rule counts that need not be recorded', params: idParams, query: casesQuery.extend({ ...unsaved.shape, ...pageQuery.shape }), response: pageOf(caseRowSchema),
      handler: async (ctx, input) => {
        const rule = readRule(input.query.rule);
        const { calendar } = await processOfLog(ctx, input.params.id);
        return ask(ctx, input.params.id, input, async (c, v, signal) => lists.page(await behind(c, v, { rule, calendar, signal }, input.query), input.query));
      },
    }),
  ];
}

/** A rule that cannot be checked on these cases says why, and does not keep the others from being checked. */
async function answered(c: EngineConnection, v: DatasetVersion, rule: Rule, { calendar, one }: LogProcess, scope: RuleScope): Promise<z.output<typeof ruleAnswerSchema>> {
  const words = ruleInWords(rule);
  try {
    const found = await checkRule(c, v, rule, { ...scope, calendar });
    return { rule, words, answer: { ...found, kept: found.concerned - found.broken - found.undecided, words: answerInWords(rule, found, one) }, why: null };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    return { rule, words, answer: null, why: { code: error.code, detail: error.detail, value: error.value ?? null, wanted: error.wanted ?? null } };
  }
}

/** The cases of a figure of a rule; working hours decide only where the rule asks for them. */
async function behind(c: EngineConnection, version: DatasetVersion, { rule, calendar, signal }: { readonly rule: Rule; readonly calendar: LogProcess['calendar']; readonly signal: AbortSignal }, query: z.output<typeof casesQuery>): Promise<CasesBehind> {
  const { counted } = query;
  const filter = await filterOf(c, version, query);
  const hours = rule.kind === 'follows' && rule.withinWorkingHours !== undefined && calendar !== null ? { ...calendar, exceptions: [...calendar.exceptions] } : null;
  return { c, version, signal, key: JSON.stringify([filter, rule, hours, counted]), tell: async (work) => work(await casesOfRule(c, version, rule, counted, { filter, calendar, signal })) };
}

function readRule(text: string): Rule {
  const refuse = (wanted: string): Problem => problem('bad-input', { detail: 'This is not a rule', value: text.slice(0, 200), wanted, at: { path: 'rule' } });
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    throw refuse('a rule as JSON, as {"kind":"at-most","activity":"Remind","times":2}');
  }
  const read = readDocument(ruleSchema, written, 'The rule');
  if ('data' in read) return read.data;
  const { path, wanted, unknownField } = read.faults[0]!;
  throw refuse(path.length === 0 ? wanted : unknownField === true ? `no field “${path.join('.')}”, but ${wanted}` : `${path.join('.')}: ${wanted}`);
}

async function* once(rows: CsvValue[][]): AsyncGenerator<CsvValue[][]> {
  yield rows;
}
