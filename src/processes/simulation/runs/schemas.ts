import { z } from 'zod';
import { problemSchema } from '../../../platform/http/index.ts';
import { studyDefaults } from '../study.ts';
import { runLimits } from './model.ts';

const instant = z.iso.datetime({ offset: true });
const activity = z.string().min(1).max(1000).describe('As the event log calls it');
const hours = z.number().positive().max(24 * 366);

export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('skip'), activity, share: z.number().min(0).max(1).describe('Of the times that it would be done') }).describe('An activity is left out'),
  z.strictObject({ kind: z.literal('people'), activity, of: z.string().max(1000).optional().describe('The part of the work that is meant, where it is divided'), by: z.number().int().min(-10_000).max(10_000).describe('So many more; negative: fewer') }).describe('More or fewer people do an activity'),
  z.strictObject({ kind: z.literal('touch'), activity, factor: z.number().min(0).max(100).describe('Of the hands-on time as it is') }).describe('An activity takes more or less time'),
  z.strictObject({ kind: z.literal('arrivals'), factor: z.number().min(0).max(10).describe('Of the cases as they come') }).describe('More or fewer cases come'),
  z.strictObject({ kind: z.literal('stop'), activity, at: instant, hours }).describe('An activity cannot begin for some hours'),
  z.strictObject({ kind: z.literal('stop-service'), service: z.string().max(64), at: instant, hours }).describe('A service is down: the activities that need it, by the process register, cannot begin'),
]);

export const orderSchema = z.strictObject({
  changes: z.array(changeSchema).max(runLimits.changes).default([]).describe('None: only the check against weeks held back is made'),
  weeks: z.number().int().min(1).max(runLimits.weeks).default(studyDefaults.weeks).describe('Whole weeks after the log that are simulated'),
  replications: z.number().int().min(2).max(runLimits.replications).default(studyDefaults.replications),
  seed: z.number().int().min(1).max(2 ** 31 - 1).default(studyDefaults.seed).describe('The same seed and inputs give the same result'),
});

const number = z.number().nullable();
const record = z.object({ id: z.string(), version: z.string().describe('Id of the version of the record'), name: z.string() });
const inputsSchema = z.object({
  dataset: z.string().describe('Version of the event log'), process: record.nullable(), calendar: record.nullable(),
  rules: z.object({ zone: z.string(), ends: z.array(z.string()), closedAfterSeconds: number, holidays: z.array(z.string()) }),
});
const verdict = z.enum(['good', 'fair', 'poor', 'none']);

const checkSchema = z.object({ verdict, off: number.describe('How far off it was, as a share of what was measured'), what: z.string().describe('What was so far off') });

const validationSchema = z.object({
  verdict: verdict.describe('The worst of those in figures'), figures: z.object({ cycleTime: checkSchema, throughput: checkSchema, work: checkSchema }), says: z.string(), weeks: z.number().int(), cases: z.number().int(),
  cycleTime: z.object({ real: number, simulated: number, distance: number, share: number, median: number, medianNoise: number, expected: number, ks: number, noise: z.object({ weeks: number, halves: number, before: number }) }).describe('Hours and shares, as `hymnsheet log simulate --json`'),
  throughput: z.object({ real: number, simulated: number, share: number, noise: number }).describe('Cases a week and shares'),
  work: z.object({ real: number, simulated: number, share: number }).describe('Hands-on hours a week; null where the log shows no starts'),
  people: z.object({ real: number, simulated: number, share: number }).describe('Hours that people were at work a week, and those that were to be expected; null for fewer than five people'),
  naive: z.object({ cycleTime: number, throughput: number }).describe('How far off the weeks before are, taken as they were: the yardstick of cycleTime.expected and throughput.share'),
  cautions: z.array(z.string()).describe('What must be known beside the verdict, the gravest first'),
});

const differenceSchema = z.object({
  measure: z.string(), quantity: z.string(), unit: z.string(), says: z.string().describe('As a sentence that its interval and its check allow'),
  shown: z.object({ measured: z.string(), before: z.string(), after: z.string(), difference: z.string(), lo: z.string(), hi: z.string() }).describe('As a table shows them, rounded so that before and difference make after'),
  measured: number.describe('In the weeks held back, as it really was; null where a log does not show it'), before: number.describe('Simulated as today: the mean over replications'), after: number.describe('Simulated with the changes: the mean over replications'),
  estimate: number.describe('after − before: the mean of the differences of replications that share their luck'), lo: number, hi: number, level: z.number().describe('At least this share of the replications lies between lo and hi'), n: z.number().int().describe('Replications'),
  draws: z.array(z.number()).describe('The distribution of the difference, ascending'), check: checkSchema.describe('Of what this figure rests on'), usable: z.boolean().describe('Whether the check lets a benefit rest on it'),
});

const distributionSchema = z.object({
  measure: z.string(), quantity: z.string(), unit: z.string().describe('h, cases/week or h/week'), basis: z.enum(['a case', 'a week']).describe('What one draw is of'),
  draws: z.array(z.number()).describe('Changed less today, ascending, all as likely'), estimate: number.describe('Their mean'), lo: number, hi: number, level: z.number(), n: z.number().int().describe('Replications'),
  method: z.object({ name: z.string(), version: z.number().int() }), seed: z.number().int(), dataset: z.string().describe('Version of the event log'), period: z.object({ from: instant, until: instant }).describe('The simulated weeks'),
  changes: z.array(z.string()).describe('In words'), check: checkSchema, usable: z.boolean().describe('Whether the check lets a benefit rest on it'),
});

export const distributionsSchema = z.object({
  run: z.uuid(), eventLog: z.string(), process: record.nullable(), calendar: record.nullable(), rowsKept: z.boolean(), warnings: z.array(z.string()), distributions: z.array(distributionSchema).describe('None where only the check was made'),
});

const resultSchema = z.object({
  validation: validationSchema, warnings: z.array(z.string()).describe('The gravest first'), assumptions: z.array(z.string()),
  window: z.object({ from: instant, until: instant }), method: z.object({ name: z.string(), version: z.number().int() }),
  differences: z.array(differenceSchema),
  pools: z.array(z.object({ name: z.string(), of: z.string().nullable(), people: z.number().int().nullable().describe('Null for fewer than five, about whom no figure is shown'), load: number.describe('Hours of work for each hour that people are there'), changedLoad: number })),
  replications: z.object({ asked: z.number().int(), done: z.number().int() }),
  classAttribute: z.string().nullable().describe('The attribute of a case that decides who does the work'),
  staffed: z.array(z.object({ activity: z.string(), of: z.array(z.string()) })).describe('Activities whose people can be more or fewer, and the parts of their work'),
});

export const runSummarySchema = z.object({
  id: z.uuid(), eventLog: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed', 'interrupted']).describe('interrupted: the server stopped while it was under way'),
  progress: z.object({ step: z.enum(['waiting', 'calibrating', 'checking', 'simulating', 'over']), percent: z.number().min(0).max(100) }),
  says: z.array(z.string()).describe('The changes in words; none: only the check was made'),
  weeks: z.number().int(), replications: z.number().int(), seed: z.number().int(), verdict: verdict.nullable(), dataset: z.string(),
  createdAt: instant, createdBy: z.object({ kind: z.string(), name: z.string().nullable() }), finishedAt: instant.nullable(),
});

export const runSchema = runSummarySchema.extend({ changes: z.array(changeSchema), inputs: inputsSchema, rowsKept: z.boolean().describe('Whether the version of the log is still there, so that the run can be worked out again; retention destroys old cases'), startedAt: instant.nullable(), result: resultSchema.nullable(), problem: problemSchema.nullable() });

export const groundSchema = z.object({
  inputs: inputsSchema, from: instant.describe('Where the simulated weeks begin: after the week of the last event'),
  activities: z.array(z.string()), services: z.array(z.object({ id: z.string(), name: z.string(), activities: z.array(z.string()).describe('Those that it stops') })).describe('That activities of the log cannot do without'),
  check: runSchema.nullable().describe('The newest run whose check holds for the log and the records as they are now'),
});
