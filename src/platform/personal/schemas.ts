import { z } from 'zod';

const pseudonym = z.string().regex(/^p-[0-9a-f]{16}$/, { error: 'a pseudonym as figures show it, `p-` and 16 digits' });
export const lookUpInput = z.object({ eventLog: z.string().min(1).max(200), pseudonym });
export const lookUpSchema = z.object({ original: z.string().nullable().describe('Null: unknown in this log, or erased') });
export const eraseInput = z.object({ alsoKnownAs: z.array(z.string().min(1).max(300)).max(100).default([]).describe('Names or user ids by which event logs know this person') });
export const erasePseudonymInput = z.object({ pseudonym });
export const erasedSchema = z.object({
  replacement: z.string().describe('What stands in the place of the name from now on'),
  keyRows: z.number().int().describe('Rows of the key table that were deleted'),
  records: z.number().int().describe('Versions of records in which the name was replaced'),
  signIns: z.number().int().describe('Sign-ins that were removed'),
});
export const personParams = z.object({ id: z.string().min(1).max(200) });
