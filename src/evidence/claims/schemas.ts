import { z } from 'zod';

/** A source that a figure came from, with its age. */
export const claimSourceSchema = z.object({
  kind: z.enum(['event-log', 'record', 'observation']),
  id: z.string().describe('Event log or record id, as `service/erp`'),
  version: z.string().describe('Dataset version or record version id'),
  name: z.string(),
  recordedAt: z.iso.datetime({ offset: true }),
  evidenceUpTo: z.iso.datetime({ offset: true }).nullable().describe('The newest row in it'),
});

/** A figure on record with its interval, comparator and lineage (DESIGN §6). */
export const claimSchema = z.object({
  id: z.string().describe('SHA-256 of key, input versions, method, parameters and seed'),
  key: z.string().describe('Measure, subject, window, filter and comparator: stable while the figure moves'),
  measure: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  window: z.object({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }), zone: z.string() }),
  quantity: z.string().describe('What is counted or timed, in words: “median cycle time”'),
  unit: z.string(),
  estimate: z.number().nullable().describe('Null where the evidence gives no figure; `why` says why'),
  lo: z.number().nullable(),
  hi: z.number().nullable(),
  level: z.number().nullable().describe('Of the interval, 0 to 1'),
  n: z.number().int().nonnegative().describe('Cases or incidents behind it'),
  comparator: z.object({ name: z.string().describe('As a sentence says it: “in the 12 weeks before”'), estimate: z.number().nullable(), difference: z.number().nullable(), lo: z.number().nullable(), hi: z.number().nullable(), level: z.number().nullable() }).nullable(),
  why: z.string().nullable(),
  meaning: z.string().describe('What the figure means, one plain sentence'),
  working: z.array(z.string()).describe('How it was worked out, step by step, with the numbers used'),
  method: z.string(),
  methodVersion: z.number().int(),
  parameters: z.record(z.string(), z.unknown()),
  seed: z.number().int().nullable(),
  sources: z.array(claimSourceSchema),
  computedAt: z.iso.datetime({ offset: true }),
  asOf: z.iso.datetime({ offset: true }),
});

/** The rows behind a figure, a page of them. */
export const claimRowsSchema = z.object({
  columns: z.array(z.object({ name: z.string(), unit: z.string().nullable(), kind: z.enum(['text', 'number', 'time', 'duration']) })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  total: z.number().int().nonnegative(),
  next: z.string().nullable(),
});

/** One weekly (or daily) series of a measure; a null value is a week without a figure. */
export const seriesSchema = z.object({
  measure: z.string(),
  name: z.string(),
  unit: z.string(),
  points: z.array(z.object({ start: z.iso.date(), value: z.number().nullable(), lo: z.number().nullable(), hi: z.number().nullable(), n: z.number().int().nonnegative(), settling: z.boolean().optional().describe('True while the log was young: cases that began before it did are missing, only quick ones are seen; not used for comparisons') })),
});

export type ClaimDocument = z.infer<typeof claimSchema>;
