import { z } from 'zod';
import { claimRowsSchema, claimSchema, seriesSchema } from '../../evidence/claims/index.ts';

const instant = z.iso.datetime({ offset: true });
const times = z.object({ n: z.number().int(), mean: z.number(), median: z.number(), p90: z.number(), total: z.number() }).nullable().describe('Seconds; null where no case was taken up');
const money = z.object({ currency: z.string(), low: z.number().int(), high: z.number().int(), hours: z.enum(['working', 'elapsed']).describe('Which hours it counts: working hours where the process that takes up has agreed any') }).nullable().describe('Minor units; hours of delay times what an hour costs, never cash by itself. Null where nothing was agreed');
const sideSchema = z.object({
  process: z.string(), name: z.string(), function: z.object({ id: z.string(), name: z.string() }), eventLog: z.string().nullable(),
  key: z.string().nullable().describe('Attribute with the key; null: the case id'),
  activities: z.array(z.string()).nullable(), only: z.object({ attribute: z.string(), values: z.array(z.string()) }).nullable(),
});

/** One direction of a link, measured. */
export const edgeSchema = z.object({
  link: z.string(), back: z.boolean().describe('The other way round than the link names it'), name: z.string(), owner: z.string(),
  from: sideSchema, to: sideSchema,
  why: z.string().nullable().describe('Why nothing was measured'),
  zone: z.string(),
  window: z.object({ id: z.string().describe('A month as 2026-10, or the whole record'), from: instant, to: instant }).nullable(),
  wait: times.describe('In the window, elapsed'), working: times.describe('In the window, in the working hours of the process that takes up'), whole: times.describe('In the whole record, elapsed'),
  cost: money,
  senders: z.object({ takenUp: z.number().int(), otherWay: z.number().int(), waiting: z.number().int(), notTakenUp: z.number().int(), noPartner: z.number().int() }).nullable(),
  partners: z.object({ fromCases: z.number().int(), fromWithKey: z.number().int(), fromLinked: z.number().int(), fromSeveral: z.number().int(), toCases: z.number().int(), toWithKey: z.number().int(), toLinked: z.number().int(), toSeveral: z.number().int() }).nullable(),
  claims: z.array(claimSchema), series: z.array(seriesSchema).describe('Median and P90 by week'),
});

/** Processes and what is handed over between them. */
export const acrossSchema = z.object({
  asOf: instant,
  processes: z.array(z.object({ id: z.string(), name: z.string(), case: z.string(), owner: z.string(), function: z.object({ id: z.string(), name: z.string() }), area: z.object({ id: z.string(), name: z.string() }).describe('The function at the root of the tree'), eventLog: z.string().nullable(), claims: z.array(claimSchema).describe('Cases a week and median cycle time, where they are measured') })),
  edges: z.array(edgeSchema),
  functions: z.array(z.object({ from: z.object({ id: z.string(), name: z.string() }), to: z.object({ id: z.string(), name: z.string() }), edges: z.number().int(), wait: times, working: z.number().nullable().describe('Seconds in working hours of those that take up; null where one of them has none') })).describe('By the functions of the two steps, where the tree first tells them apart; those with the most waiting first'),
  withinFunctions: z.object({ n: z.number().int(), total: z.number().describe('Seconds, elapsed') }).describe('Hand-overs of which both steps are of one function, or one of a part of the other: in none of the pairs'),
});

/** The pairs of cases between two functions, a page of them. */
export const functionPairsSchema = claimRowsSchema.extend({ edges: z.array(z.object({ link: z.string(), back: z.boolean() })).describe('The hand-over that each row is of') });

/** Keys that two processes seem to share, to be confirmed by a person. */
export const suggestionsSchema = z.object({
  items: z.array(z.object({
    from: z.object({ process: z.string(), name: z.string(), key: z.string() }), to: z.object({ process: z.string(), name: z.string(), key: z.string().nullable(), owner: z.string() }),
    values: z.number().int().describe('Different values of the first key'), shared: z.number().int().describe('Of these, the ones that the second key has too'),
  })),
  processes: z.number().int(), compared: z.number().int(), leftOut: z.number().int(),
});
