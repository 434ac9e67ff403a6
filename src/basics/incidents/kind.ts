import { z } from 'zod';
import { defineKind, instantField, nameField, proseField, refField } from '../../platform/register/index.ts';
import type { Finding, KindRecord } from '../../platform/register/index.ts';

const schema = z
  .strictObject({
    title: nameField(),
    services: z.array(refField('service')).min(1, { error: 'at least one service' }).refine((ids) => new Set(ids).size === ids.length, { error: 'each service once' }).describe('Services that were down, separated by ; in a table'),
    kind: z.enum(['unplanned', 'maintenance']),
    announcedAt: instantField.optional().describe('When maintenance was announced; announced beforehand it does not count against the level'),
    impactStart: instantField.describe('From when users felt it'),
    detectedAt: instantField.optional().describe('When we noticed'),
    impactEnd: instantField.optional().describe('Until when users felt it; absent: it goes on'),
    cause: proseField().optional(),
  })
  .refine((i) => i.impactEnd === undefined || Date.parse(i.impactStart) < Date.parse(i.impactEnd), { error: 'an end after the start', path: ['impactEnd'] })
  .refine((i) => i.kind === 'maintenance' || i.announcedAt === undefined, { error: 'nothing, because only maintenance is announced', path: ['announcedAt'] });

export type Incident = z.output<typeof schema>;

/** Incidents: when a service was down, as users felt it, unplanned or for maintenance. */
export const incidentKind = defineKind({
  name: 'incident',
  plural: 'incidents',
  file: 'incidents.csv',
  shape: 'table',
  ids: 'code',
  description: 'Stops of services: from when to when users felt them, when we noticed, planned or not',
  schema,
  references: (body) => body.services.map((id, i) => ({ kind: 'service', id, path: ['services', i] })),
  parents: (body) => body.services.map((id, i) => ({ kind: 'service', id, path: ['services', i] })),
  check: (incidents) => incidents.flatMap(doubts),
});

function doubts({ id, body }: KindRecord<Incident>): Finding[] {
  const found: Finding[] = [];
  const add = (path: string, detail: string, value: string, wanted: string) => found.push({ level: 'confirm', kind: 'incident', id, path: [path], detail, value, wanted });
  if (body.detectedAt !== undefined && Date.parse(body.detectedAt) < Date.parse(body.impactStart)) add('detectedAt', 'It was noticed before it began', body.detectedAt, `not before ${body.impactStart}`);
  if (body.kind === 'maintenance' && body.announcedAt === undefined) add('announcedAt', 'Maintenance without an announcement counts as an unplanned stop', '', 'when it was announced');
  if (body.announcedAt !== undefined && Date.parse(body.announcedAt) >= Date.parse(body.impactStart)) add('announcedAt', 'Maintenance announced only after it began counts as an unplanned stop', body.announcedAt, `before ${body.impactStart}`);
  return found;
}
