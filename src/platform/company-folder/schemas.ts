import { z } from 'zod';

const place = z.object({ file: z.string().optional(), line: z.number().optional(), column: z.number().optional(), path: z.string().optional() });
const named = { kind: z.string(), id: z.string() };
const change = z.object({ ...named, at: place.nullable() });

/** What is sent of a company folder: its files with their bytes, and what to do where both sides changed. */
export const folderInput = z.strictObject({
  files: z.array(z.strictObject({ path: z.string().min(1).max(300), base64: z.base64() })).max(5000),
  prune: z.boolean().default(false).describe('Retire records that a folder once brought and this one leaves out'),
  take: z.enum(['folder', 'app']).optional().describe('Which side wins where the app changed a record since it was applied'),
});

export const applyInput = folderInput.extend({
  expected: z.string().length(64).optional().describe('`fingerprint` of the plan that was looked at'),
  uploads: z.record(z.string(), z.uuid()).default({}).describe('Event log id → upload with its events'),
});

/** What applying a folder does, or would do. */
export const planSchema = z.object({
  fingerprint: z.string(),
  text: z.string().describe('The same for people'),
  create: z.array(change),
  update: z.array(change.extend({ fields: z.array(z.object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })) })),
  retire: z.array(change),
  unchanged: z.number().int(),
  kept: z.array(change).describe('Left as the app has them'),
  conflicts: z.array(change.extend({ retire: z.boolean(), fields: z.array(z.object({ path: z.string(), base: z.unknown().optional(), folder: z.unknown().optional(), app: z.unknown().optional() })) })),
  eventLogs: z.array(z.object({ id: z.string(), file: z.string(), changed: z.boolean().describe('Whether its record is new or changed') })).describe('Event logs whose files the folder names'),
  findings: z.array(z.object({ ...named, detail: z.string(), value: z.string().nullable(), wanted: z.string().nullable() })).describe('For a person to confirm'),
});

export type PlanView = z.output<typeof planSchema>;

export const folderSchema = z.object({ files: z.array(z.object({ path: z.string(), text: z.string() })) });
