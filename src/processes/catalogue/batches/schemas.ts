import { z } from 'zod';

/** Events that one batch may have. */
export const mostEvents = 10_000;
const mostAttributes = 100;

/** Says what was wanted, whatever it was that did not fit. */
function wanted(what: string) {
  return { error: what };
}

// What PostgreSQL cannot hold, or a row of a log cannot.
const storable = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

function text(most: number) {
  const said = wanted(`a text of 1 to ${most} characters`);
  return z.string(said).max(most, said).refine((t) => t.trim() !== '' && storable(t), said);
}

const nameWanted = wanted('a name of 1 to 200 characters without control characters');
const name = z.string(nameWanted).max(200, nameWanted).refine((t) => t.trim() !== '' && !/\p{Cc}|\p{Surrogate}/u.test(t), nameWanted);

const timeWanted = wanted('an instant with its offset between the years 1685 and 2254, as 2026-03-02T09:00:00Z or 2026-03-02T10:00:00+01:00');
const time = z.iso.datetime({ offset: true, ...timeWanted }).refine((t) => Number(t.slice(0, 4)) >= 1685 && Number(t.slice(0, 4)) < 2254, timeWanted);

const valueWanted = wanted('a text of at most 10000 characters, a number, true, false or null');
const value = z.union([z.string().max(10_000).refine(storable), z.number(), z.boolean(), z.null()], valueWanted);

const eventSchema = z.strictObject({
  case: text(1000).describe('Id of the case'),
  activity: text(1000),
  time: time.describe('When it was done, with its offset'),
  resource: text(1000).optional().describe('Who or what did it; kept under a pseudonym where the log’s resources are'),
  lifecycle: text(200).optional().describe('start, complete and the like'),
  id: text(1000).optional().describe('Identifies the event across batches and files; without one, all its values do'),
  attributes: z.record(name, value).refine((a) => Object.keys(a).length <= mostAttributes, wanted(`at most ${mostAttributes} attributes`)).optional().describe('Of the event, or of its case where the log has it so; an empty text and null are missing values'),
});

export type PushedEvent = z.output<typeof eventSchema>;

const example = { events: [{ case: 'order 4711', activity: 'Ship', time: '2026-03-02T09:15:00+01:00', resource: 'p.miller', attributes: { cost: 12.5, region: 'north' } }] };

export const batchSchema = z.strictObject({
  events: z.array(eventSchema, wanted('a list of events')).min(1, wanted('at least one event')).max(mostEvents, wanted(`at most ${mostEvents} events in one batch`)),
}).meta({ examples: [example] });

const keyWanted = 'an Idempotency-Key of 1 to 200 visible ASCII characters: the same key and body again have no second effect';
export const keySchema = z.string(wanted(keyWanted)).regex(/^[\x21-\x7e]{1,200}$/, wanted(keyWanted));

const instant = z.iso.datetime({ offset: true });

/** What is answered to a batch, and to the same batch again. */
export const receiptSchema = z.object({
  eventLog: z.string(), key: z.string(), events: z.number().int(), acceptedAt: instant,
});

/** What became of a batch. A fold takes in all batches that wait, in the order of their acceptance. */
export const eventBatchSchema = receiptSchema.extend({
  state: z.enum(['waiting', 'folded', 'failed']).describe('waiting: stored, not in the log yet (with `nextTryAt`: it could not be folded, and is tried again then); folded: in the log; failed: not in the log, `problem` says why'),
  version: z.string().nullable().describe('The dataset version that has it first'),
  tries: z.number().int().describe('How often it could not be folded'), nextTryAt: instant.nullable(),
  foldedAt: instant.nullable(),
  fold: z.object({ batches: z.number().int(), events: z.number().int().describe('New in the log'), duplicates: z.number().int(), late: z.number().int(), newCases: z.number().int(), casesJoined: z.number().int() }).nullable().describe('Counted over all batches that were folded with it'),
  problem: z.record(z.string(), z.unknown()).nullable(),
});
