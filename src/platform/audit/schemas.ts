import { z } from 'zod';
import { pageOf, pageQuery } from '../http/index.ts';

const instant = z.iso.datetime({ offset: true });
const head = { length: z.number().int().describe('Sealed entries'), hash: z.string().describe('SHA-256 of the last link, hexadecimal'), unsealed: z.number().int().describe('Committed entries that wait for their seal') };

export const auditEntrySchema = z.object({
  id: z.number().int(), at: instant, actor: z.object({ kind: z.enum(['person', 'key', 'operator', 'system']), id: z.string(), name: z.string().nullable().describe('Null: nobody of this id any more') }),
  action: z.string(), subject: z.object({ kind: z.string(), id: z.string() }), detail: z.record(z.string(), z.unknown()), seal: z.number().int().nullable().describe('Its place in the chain; null: not sealed yet'),
});
export const auditPage = pageOf(auditEntrySchema);
export const auditQuery = pageQuery.extend({
  subjectKind: z.string().max(100).optional(), subjectId: z.string().max(300).optional(), actorKind: z.enum(['person', 'key', 'operator', 'system']).optional(), actorId: z.string().max(300).optional(),
});
export const headSchema = z.object({ ...head, head: z.string().describe('`LENGTH:HASH`, for `verify --audit --against`') });
export const verifyInput = z.object({ against: z.string().max(200).optional().describe('A head printed earlier, `LENGTH:HASH`') });
export const auditVerificationSchema = z.object({
  ok: z.boolean(), ...head, count: z.number().int().describe('Findings in all'),
  findings: z.array(z.object({ kind: z.enum(['changed', 'inserted', 'removed', 'cut-off', 'rewritten']), seq: z.number().int(), entryId: z.number().int().nullable(), detail: z.string() })).describe('The first 1,000'),
});
