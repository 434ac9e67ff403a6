import { z } from 'zod';
import { nameField, slugField, zoneField } from '../../../platform/register/index.ts';
import { mappingSchema } from '../../event-logs/schemas.ts';

const hostWanted = 'the name or IP address of a host';
const hostField = z.string({ error: hostWanted }).max(253, { error: hostWanted }).regex(/^[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9])?$|^::[0-9A-Fa-f:.]*$/, { error: hostWanted });
const textField = (what: string, max: number) => z.string({ error: what }).min(1, { error: what }).max(max, { error: `at most ${max} characters` }).refine((t) => !t.includes('\u0000'), { error: what });

/** How the databases of others are reached; the password is apart. */
export const connectionSchema = z.strictObject({
  host: hostField, port: z.number().int().min(1).max(65_535).default(5432), database: textField('the name of a database', 63), user: textField('the name of a user of that database', 63),
  tls: z.enum(['verify', 'encrypt', 'none']).default('verify').describe('verify: encrypted, and the server’s certificate is for this host; encrypt: encrypted, whoever answers; none: not encrypted'),
  ca: z.string().max(100_000).optional().describe('Certificate of the authority that signed the server’s, as PEM, where it is not a public one'),
});

const clockWanted = 'a time of day as 06:30';

export const scheduleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('every'), minutes: z.number().int().min(1).max(10_080).describe('1 to 10080, a week') }),
  z.strictObject({ kind: z.literal('daily'), at: z.string({ error: clockWanted }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: clockWanted }), zone: zoneField }),
], { error: 'every so many minutes, or daily at a time of a zone' });

export const cursorSchema = z.strictObject({
  column: textField('the column of the query that only grows', 200).describe('A timestamp or a whole number by which the query’s rows are in order'),
  overlap: z.number().min(0).max(31_536_000).describe('Seconds, or of a numbered cursor numbers, that are read once more, for rows that arrive late; what is there already is recognised'),
  from: z.string().max(100).optional().describe('Where the first pull begins; absent: at the beginning'),
});

const queryWanted = 'a SELECT with $1 where the last value of the cursor goes, in the order of the cursor';
export const queryField = z.string({ error: queryWanted }).max(20_000, { error: 'a query of at most 20000 characters' }).refine((q) => /^\s*(?:--[^\n]*\n\s*|\/\*[^]*?\*\/\s*)*(?:select|with)\b/i.test(q) && q.includes('$1') && !q.includes('\u0000'), { error: queryWanted });

/** What is pulled, from where and when: everything but the password. */
export const definitionSchema = z.strictObject({
  name: nameField(), eventLog: slugField.describe('Id of the event log that it feeds: an existing one, or a new one'), process: slugField.optional().describe('The process that a new event log records'),
  connection: connectionSchema, query: queryField, cursor: cursorSchema,
  zone: zoneField.describe('Of times that carry none'), mapping: mappingSchema.omit({ zone: true, delimiter: true, encoding: true }), schedule: scheduleSchema,
});

export type Definition = z.output<typeof definitionSchema>;
export type Connection = z.output<typeof connectionSchema>;
export type Schedule = z.output<typeof scheduleSchema>;

export const passwordField = z.string({ error: () => 'a password as text' }).max(1000, { error: 'a password of at most 1000 characters' });

const instant = z.iso.datetime({ offset: true });
const problemSchema = z.record(z.string(), z.unknown());

export const pullReportSchema = z.object({
  rows: z.number().int().describe('That the query gave'), events: z.number().int().describe('New in the log'), late: z.number().int().describe('Of these, from before the newest that the log had'),
  newCases: z.number().int(), casesJoined: z.number().int(), duplicates: z.number().int().describe('Rows that were there already: those of the overlap, as a rule'), rejected: z.number().int(), gaps: z.number().int(), ambiguous: z.number().int(),
});

/** One pull as it goes. */
export const pullRunSchema = z.object({
  id: z.string(), pull: z.string(), eventLog: z.string(), state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']), asked: z.boolean().describe('By somebody, and not by the schedule'),
  queuedAt: instant, startedAt: instant.nullable(), finishedAt: instant.nullable(), rows: z.number().int().nullable().describe('Read so far, or in all'), complete: z.boolean().nullable().describe('False: there was more than one pull takes, and the next one follows at once'),
  cursorBefore: z.string().nullable(), cursorAfter: z.string().nullable(), version: z.string().nullable(), report: pullReportSchema.nullable(),
  rejected: z.array(z.object({ row: z.number().int().nullable(), reason: z.string(), value: z.string().nullable() })).describe('The first rows that could not be read, with why'), problem: problemSchema.nullable(),
});

/** A database that is pulled from. */
export const pullSchema = z.object({
  id: z.string(), revision: z.number().int(), definition: definitionSchema, state: z.enum(['active', 'paused']), cursorType: z.enum(['time', 'integer']), cursor: z.string().nullable().describe('Up to where it has been read'), events: z.number().int().describe('In the log that it feeds'),
  lastDoneAt: instant.nullable(), nextAt: instant.nullable(), failures: z.number().int().describe('Pulls in a row that failed'), problem: problemSchema.nullable().describe('Of the last pull, where it failed'),
  stale: z.boolean().describe('It has not been read for twice as long as its schedule says'), run: pullRunSchema.nullable().describe('The last one, or the one under way'),
});

export const previewInput = z.strictObject({
  connection: connectionSchema, password: passwordField.optional().describe('Absent: that of the stored pull, where the connection is the same'), pull: slugField.optional(),
  query: queryField.optional().describe('Absent: only the connection is tried'), from: z.string().max(100).optional(), column: z.string().max(200).optional().describe('The cursor, once it is known'),
});

export const previewSchema = z.object({
  server: z.string().describe('What answered'), encrypted: z.boolean(), seconds: z.number(), doubts: z.array(z.string()),
  columns: z.array(z.object({ name: z.string(), type: z.enum(['text', 'number', 'integer', 'boolean', 'time']), examples: z.array(z.string()), cursor: z.boolean().describe('It may be the cursor') })),
  guess: mappingSchema.nullable(), sample: z.array(z.record(z.string(), z.string().nullable())),
});

export const newPullInput = z.strictObject({ id: slugField, definition: definitionSchema, password: passwordField });
export const changePullInput = z.strictObject({ definition: definitionSchema, password: passwordField.optional().describe('Absent: as it is'), revision: z.number().int(), startAgain: z.boolean().default(false).describe('Read again from the beginning; what is there already is recognised') });
