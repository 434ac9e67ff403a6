import { z } from 'zod';
import { filterQuery } from '../../event-logs/index.ts';

const whole = z.number().int();
const share = z.number().min(0).max(1);
const range = z.object({ low: whole, high: whole, currency: z.string() }).describe('Minor units');

/** Which model the cases in view are compared with, how, and for how long at most. */
export const fitQuery = filterQuery.extend({
  model: z.string().min(1).max(64).default('discovered:0.2').describe('discovered:NOISE, found in all cases of the log, or the id of a process model'),
  method: z.enum(['alignments', 'replay']).default('alignments'),
  seconds: z.coerce.number().min(0.1).max(60).default(10).describe('Seconds after which bounds are the answer'),
});

const beside = z.object({
  cases: whole.describe('Those of weeks in which some of the others began too'), mean: z.number().describe('Seconds until they were complete'), keeping: z.object({ cases: whole, mean: z.number().describe('Each week weighs as much as in the first mean') }).describe('Of the cases that keep to the model, of the same weeks'),
  more: z.object({ estimate: z.number(), lo: z.number(), hi: z.number(), level: z.number() }).describe('Difference of the means in seconds, with its interval'),
});

export const deviationSchema = z.object({
  id: z.string().describe('To ask for its cases'),
  kind: z.enum(['skipped', 'extra']).describe('skipped: the model wanted the activity; extra: the case did it where the model does not'),
  activity: z.string(),
  after: z.string().nullable().describe('What the case did last before; null at its start'),
  words: z.string(),
  cases: whole,
  times: whole.describe('In all cases together'),
  time: beside.extend({ working: beside.nullable().describe('The same in working time; null where no working hours are agreed, or nothing varies') }).nullable().describe('How long these cases took beside those that began in the same week and keep to the model; only a comparison. Null where fewer than 20 on a side did'),
  delay: range.extend({ hours: z.enum(['working', 'elapsed']).describe('Which hours it counts') }).nullable().describe('Compared cases × extra time × what an hour of delay costs, non-cashable: working time where working hours are agreed; null where they did not surely take longer, or no cost was agreed'),
  margin: range.extend({ cases: whole }).nullable().describe('The contribution margin that these cases carry; null where none is mapped'),
});

export const fitSchema = z.object({
  model: z.object({ name: z.string(), version: z.string().nullable().describe('Of a stored model') }),
  method: z.enum(['alignments', 'replay']),
  case: z.string().describe('What a case is, in the singular'),
  cases: whole.describe('Those that have ended: they are compared'),
  underWay: whole.describe('Cases in view that are not: they have not ended, or something that the model expects may still come'),
  exact: z.boolean().describe('false: time or the size of the model ended the search, and the truth lies between lower and upper'),
  fitness: z.object({ lower: share, upper: share }),
  keeping: whole.describe('Cases that keep to the model'),
  leaving: whole.describe('Cases that do not'),
  unknown: whole.describe('Cases of which it is not known in the time given'),
  deviations: z.array(deviationSchema).describe('Those of most cases first'),
});
