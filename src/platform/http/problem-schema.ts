import { z } from 'zod';

const place = z.object({ file: z.string().optional(), line: z.number().optional(), column: z.number().optional(), path: z.string().optional() });
const detail = { detail: z.string(), value: z.string().optional(), wanted: z.string().optional(), at: place.optional() };

/** A problem as RFC 9457 sends it. */
export const problemSchema = z
  .object({ type: z.string(), code: z.string(), title: z.string(), status: z.number().int(), ...detail, errors: z.array(z.object(detail)).optional() })
  .describe('What failed, the value, and what was wanted (RFC 9457)');
