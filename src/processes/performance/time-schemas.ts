import { z } from 'zod';
import { filterQuery } from '../event-logs/index.ts';
import { countedAs } from './over-time/counted-cases.ts';

const count = z.number().int();
const seconds = z.number();
const times = z.object({ unit: z.literal('s'), n: count, mean: seconds, median: seconds, p90: seconds, total: seconds });
const money = z.object({ amount: z.number().int().describe('Minor units'), currency: z.string() });
const cost = z.object({ low: money, high: money, cashable: z.literal(false) }).nullable().describe('Waiting × what an hour of delay costs; null where no such cost is agreed');
const waits = { wait: times.nullable(), workingWait: times.nullable().describe('In working time; null without working hours') };
const place = { share: z.number().describe('Of all waiting in the hours that count: working hours where there are any'), cost };

const activity = z.object({
  activity: z.string(), instances: count, cases: count,
  withoutStart: count.describe('Their wait runs to the completion and holds the work itself'), withoutCompletion: count,
  ...waits, touch: times.nullable(), workingTouch: times.nullable(),
});
const handOver = z.object({ from: z.string(), to: z.string(), handOvers: count, cases: count, wait: times, workingWait: times.nullable() });
const batching = z.object({ activity: z.string(), instances: count, batched: count, batches: count, meanSize: z.number(), waitBatched: times.nullable(), waitAlone: times.nullable(), extraWait: seconds.nullable() });

/** Which hours are working hours, in words and where they are from. */
export const workingHoursSchema = z.object({
  calendar: z.object({ id: z.string(), name: z.string() }).nullable(), own: z.boolean().describe('The week is the process’s own'), zone: z.string(), week: z.string(),
  holidays: z.object({ days: count, from: z.iso.date(), to: z.iso.date() }).nullable().describe('Days that differ from the week, the first and the last of them'),
});

const load = z.object({
  zone: z.string(), withheld: z.array(count).describe('Hours of the week in which fewer than five people did something: in no figure'), withoutStart: count,
  hours: z.array(z.object({ hourOfWeek: count.describe('0 Monday 00:00 to 167 Sunday 23:00'), busySeconds: seconds, begun: count, completed: count, resources: count })),
});

/** Where the time of the cases in view goes; times in seconds. */
export const timeSchema = z.object({
  process: z.object({ id: z.string(), name: z.string(), case: z.string() }).nullable(),
  workingHours: workingHoursSchema.nullable().describe('Null where none are agreed: then there is no working time'),
  delayCostAnHour: z.object({ low: money, high: money }).nullable(),
  steps: z.object({ cases: count, count, withoutStart: count, withoutCompletion: count, from: z.iso.datetime({ offset: true }).nullable(), to: z.iso.datetime({ offset: true }).nullable() }),
  waiting: z.object({ elapsed: seconds, working: seconds.nullable(), cost }),
  activities: z.array(activity.extend(place)).describe('Those with the most waiting first'),
  edges: z.array(z.object({ from: z.string(), to: z.string(), instances: count, cases: count, withoutStart: count, wait: times, workingWait: times.nullable(), ...place })).describe('Pairs of steps, those with the most waiting first, 500 at most'),
  pairs: count.describe('How many pairs there are'),
  rework: z.array(z.object({ activity: z.string(), cases: count, casesAgain: count, repeats: count, atOnce: count, ...waits, touch: times.nullable(), workingTouch: times.nullable() })),
  handOvers: z.object({ known: count, unknown: count, changed: count, waitChanged: times.nullable(), waitSame: times.nullable(), workingWaitChanged: times.nullable(), workingWaitSame: times.nullable() }).nullable().describe('Null where fewer than five people did the steps'),
  resources: z.array(handOver).nullable().describe('Between resources, the 50 with the most waiting; null where resources are persons'),
  functions: z.object({ of: z.array(z.object({ activity: z.string(), function: z.string() })), handOvers: z.array(handOver), unmapped: count.describe('Steps whose activity the process does not list') }).nullable().describe('Null where the process names no function of its activities'),
  batches: z.object({ rules: z.object({ gapSeconds: seconds, leastCases: count }), activities: z.array(batching), withheld: count }),
  load,
  later: z.array(activity).describe('Steps that began once their case was complete: in no other figure'),
});

export const casesOverTimeSchema = z.object({
  zone: z.string(), by: z.enum(['day', 'week']),
  closedAfterSeconds: seconds.nullable().describe('A case without an agreed end is complete once silent for so long; null: longer than 99 in 100 gaps of the log'),
  periods: z.array(z.object({ id: z.string(), from: z.iso.datetime(), to: z.iso.datetime(), started: count, completed: count, bySilence: count.describe('Of the completed ones, those without an agreed end, closed because they were silent for so long'), active: count.describe('Under way at some time in it; a case that is not complete stays so'), inProgress: count.describe('Started and not complete when it ended') })),
});

/** Which cases are asked for, by the figure of a day or week that counts them. */
export const countedQuery = filterQuery.extend({
  counted: z.enum(countedAs).describe('As cases over time counts them between since and until; in-progress: at until'),
  since: z.iso.datetime({ offset: true }), until: z.iso.datetime({ offset: true }),
});

const yes = z.stringbool().optional();

/** Which steps are asked for, by the figure that they lie behind. */
export const stepsQuery = filterQuery.extend({
  step: z.string().optional().describe('Steps of this activity'), after: z.string().optional().describe('Steps before which this activity completed last'),
  again: yes.describe('Steps that are done again in their case'), later: yes.describe('Steps that began once their case was complete'),
  withoutStart: yes.describe('Steps whose start is not known'),
  batched: yes.describe('Steps of the activity that were done in batches; false: those with a completion and a resource that were not'),
  hands: z.enum(['changed', 'same']).optional().describe('Steps before which work changed hands, or which the same resource did that did the one before'),
  hour: z.coerce.number().int().min(0).max(167).optional().describe('Steps that began in this hour of the week, 0 Monday 00:00, in the zone of the process'),
  worked: yes.describe('With hour: the steps that were worked on in it, each with the seconds of that; without: those that began in it'),
  fromResource: z.string().optional().describe('With toResource: steps that were handed over, where resources are no persons'), toResource: z.string().optional(),
  fromFunction: z.string().optional().describe('With toFunction: steps that one function handed to another, by their names'), toFunction: z.string().optional(),
  noFunction: yes.describe('Steps of no activity that the process lists'),
});

export const stepRowSchema = z.object({
  case: z.string(), step: z.string(), before: z.string().nullable().describe('What completed last before it'), ready: z.string().nullable(), start: z.string().nullable(), completed: z.string().nullable(),
  wait: seconds.nullable(), workingWait: seconds.nullable(), touch: seconds.nullable(),
  batch: z.object({ id: z.string().describe('The same for all steps of a batch, and for no other of the activity'), from: z.string().describe('When its first step was completed'), cases: count }).nullable().describe('With batched=true: the batch that it was done in'),
  inHour: seconds.nullable().describe('With worked=true: work in that hour of the week; over all steps these add up to its busySeconds'),
});

export const dotsSchema = z.object({
  activities: z.array(z.string()), cases: z.array(z.object({ id: z.string(), first: z.string(), seconds })),
  case: z.array(count), activity: z.array(count), seconds: z.array(seconds).describe('After the first event of the case'),
  sampledFrom: z.object({ cases: count, events: count }), cut: z.boolean(),
});
