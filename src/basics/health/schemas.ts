import { z } from 'zod';
import { claimSchema, seriesSchema } from '../../evidence/claims/index.ts';

const named = z.object({ id: z.string(), name: z.string() });
const instant = z.iso.datetime({ offset: true });
const state = z.enum(['up', 'down', 'maintenance', 'unknown']);

/** A service with its last whole window against its agreed level, and whether it is up now. */
export const serviceStateSchema = z.object({
  id: z.string(), name: z.string(), owner: named.nullable(), tier: z.number().int(), supplier: named.nullable(),
  availability: claimSchema.nullable().describe('Of the last whole week, month, quarter or year for which a level is agreed, else month'),
  level: z.number().nullable().describe('Agreed share of its hours; null where none is'),
  below: z.boolean().nullable().describe('Below its level; null where that cannot be told'),
  state, since: instant.nullable().describe('Since when it is down'), incidents: z.number().int().describe('On record, maintenance included'),
});

/** Services under the function that they serve, the gravest tier first. */
export const basicsSchema = z.object({
  functions: z.array(z.object({ id: z.string(), name: z.string(), services: z.array(serviceStateSchema) })),
  claims: z.array(claimSchema).describe('About all services together'),
});

const incident = z.object({ id: z.string(), title: z.string(), kind: z.enum(['unplanned', 'maintenance']), start: instant, detected: instant.nullable(), end: instant.nullable(), announced: instant.nullable(), cause: z.string().nullable() });
const dependency = z.object({ id: z.string(), name: z.string(), strength: z.enum(['hard', 'soft']), group: z.string().nullable().describe('“2 of 3” where so many of a group must be up'), state });

export const serviceHealthSchema = z.object({
  service: serviceStateSchema, availability: seriesSchema.describe('By month; a value is null where nothing is known'), incidents: z.array(incident),
  dependencies: z.array(dependency), dependents: z.array(dependency.omit({ group: true })), claims: z.array(claimSchema),
  together: z.object({ measured: z.number().describe('Share of its hours in which it and enough of what it needs were up, as recorded'), lo: z.number(), hi: z.number(), unrelated: z.number().nullable().describe('Only if failures were unrelated') }).nullable().describe('With all that it cannot do without; lo and hi hold however stops overlap; null where it needs nothing or its window is not on record'),
});
