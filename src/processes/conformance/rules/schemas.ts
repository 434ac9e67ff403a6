import { z } from 'zod';
import { ruleSchema } from './rule.ts';

const whole = z.number().int();

/** How the cases in view keep to a rule; without an answer, why there is none. */
export const ruleAnswerSchema = z.object({
  rule: ruleSchema,
  words: z.string().describe('The rule as a sentence'),
  answer: z.object({
    concerned: whole.describe('Cases that the rule is about'), kept: whole, broken: whole,
    undecided: whole.describe('Cases of which the log does not say it: hours that are not over where it ends, or nobody named'),
    words: z.string().describe('The answer as a sentence'),
  }).nullable(),
  why: z.object({ code: z.string(), detail: z.string(), value: z.string().nullable(), wanted: z.string().nullable() }).nullable().describe('Why there is no answer'),
});

export const rulesAnswerSchema = z.object({
  process: z.object({ id: z.string(), name: z.string(), owner: z.string().describe('Id of the post that owns the process, and so its rules') }).nullable().describe('The process that the log records'),
  case: z.string().describe('What a case is, in the singular'),
  workingHours: z.boolean().describe('Whether working hours of the process were agreed'),
  items: z.array(ruleAnswerSchema.extend({ id: z.string(), version: z.string(), name: z.string(), description: z.string().nullable() })),
});
