import { z } from 'zod';
import { filterQuery } from '../../event-logs/index.ts';
import { splitSides } from './cases-behind.ts';
import { factorKinds } from './factors.ts';

const side = z.object({ cases: z.number().int(), slow: z.number().int() });

/** Which cases are slow. */
export const splitQuery = filterQuery.extend({ split: z.enum(['median', 'working', 'target']).default('median').describe('What slow cases took longer than: the median elapsed time, the median working time, or the target of the process') });

/** Which figure of the answer: its cases, and as many. */
export const splitCasesQuery = splitQuery.extend({
  side: z.enum(splitSides).default('complete').describe('complete: slow and fast ones; open: those that are left out'),
  kind: z.enum(factorKinds).optional().describe('Of these the cases with what a difference names; absent: all'),
  name: z.string().optional().describe('Name of the difference, where it has one'),
  value: z.string().optional().describe('Value of the difference, of a variant its number; absent: all cases in which it is known, as the effect counts them'),
  has: z.stringbool().default(true).describe('false: the cases without the value'),
});

/** In what slow and fast cases differ, and what was looked at to find it. */
export const differencesSchema = z.object({
  split: z.object({
    by: z.enum(['median', 'working', 'target']),
    time: z.enum(['elapsed', 'working']).describe('Which time is meant: all of it, or the working hours of the process only'),
    seconds: z.number().describe('Slow cases took longer'),
    slow: z.number().int(), fast: z.number().int(),
    open: z.number().int().describe('Cases in view that are not complete yet, left out'),
  }),
  choices: z.array(z.enum(['median', 'working', 'target'])).describe('What cases of this log can be split by'),
  tested: z.number().int().describe('How many things were looked at'),
  falseDiscoveryRate: z.number().describe('Of all that is told, so large a share is expected to be chance at most (Benjamini & Hochberg)'),
  leastCases: z.number().int().describe('What fewer cases have, or do not have, is not looked at'),
  differences: z.array(z.object({
    kind: z.enum(factorKinds),
    knownAtStart: z.boolean().describe('Known of a case when it begins; what is done in it is known at its end only, and is part of the way that took the time'),
    name: z.string().nullable(),
    value: z.string().nullable().describe('Null of a number'),
    effect: z.object({ estimate: z.number(), lo: z.number(), hi: z.number(), level: z.number() }).describe('Cliff’s delta, −1 to 1: how much more often slow cases have the value than fast ones, or the larger number'),
    p: z.number(), q: z.number(),
    cases: z.number().int().describe('Cases in which it is known'),
    share: z.object({ with: side, without: side, difference: z.number(), lo: z.number(), hi: z.number() }).nullable().describe('Slow cases among those with the value and those without; null of a number'),
    median: z.object({ slow: z.number(), fast: z.number() }).nullable().describe('Of a number; null of a value'),
    filter: z.object({ attribute: z.array(z.string()), activity: z.array(z.string()), eventually: z.array(z.string()), variant: z.array(z.number().int()) }).partial().nullable().describe('The filter that lets the cases with the value pass'),
  })).describe('The largest effect first'),
});
