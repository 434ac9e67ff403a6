import { z } from 'zod';
import { defineKind, durationField, nameField, proseField, refField, refTo, shareField, weekField, zoneField, type Finding, type KindRecord, type Reference } from '../../platform/register/index.ts';
import { serviceCycles } from './model.ts';

const strength = z.enum(['hard', 'soft']).default('hard').describe('hard: down when it is down; soft: worse when it is down');
const one = z.strictObject({ service: refField('service'), strength, note: proseField().optional() });
const group = z
  .strictObject({
    needs: z.number().int().positive().describe('So many of the services must be up'),
    of: z.array(refField('service')).min(2, { error: 'at least two services' }).refine((ids) => new Set(ids).size === ids.length, { error: 'each service once' }),
    strength,
    note: proseField().optional(),
  })
  .refine((g) => g.needs <= g.of.length, { error: 'no more than there are services in the group', path: ['needs'] });

/** A need of one service, or of k out of n. */
const dependency = z.union([one, group], { error: 'service: ID, or needs: K and of: [IDS]' });

const objective = z.strictObject({
  availability: shareField().describe('Share of the agreed hours that it is up'),
  window: z.enum(['week', 'month', 'quarter', 'year']).default('month'),
});

const schema = z.strictObject({
  name: nameField(),
  description: proseField().optional(),
  owner: refField('post'),
  tier: z.number().int().min(1).max(4).describe('1: the business stops without it … 4: it waits for days'),
  zone: zoneField.optional().describe('Absent: the calendar’s, else the company’s'),
  calendar: refField('calendar').optional(),
  hours: weekField.optional().describe('Service hours where they differ from the calendar’s; always = round the clock'),
  supplier: refField('supplier').optional().describe('Who runs it for us; absent: we do'),
  functions: z.array(refField('function')).default([]).describe('Functions that it serves, beside those of the processes that use it'),
  dependencies: z.array(dependency).default([]),
  objective: objective.optional(),
  recoveryTime: durationField().optional().describe('Recovery time objective: back within'),
  dataLoss: durationField().optional().describe('Recovery point objective: at most so much work lost'),
});

export type Service = z.output<typeof schema>;

/** Services: the basics that technology delivers. */
export const serviceKind = defineKind({
  name: 'service',
  plural: 'services',
  file: 'services.yaml',
  description: 'Services: owner, tier, hours, supplier, what each depends on and the level agreed',
  schema,
  owner: (body) => body.owner,
  references: (body) => [
    ...refTo('post', body.owner, ['owner']),
    ...refTo('calendar', body.calendar, ['calendar']),
    ...refTo('supplier', body.supplier, ['supplier']),
    ...body.functions.map((id, i) => ({ kind: 'function', id, path: ['functions', i] })),
    ...dependencyRefs(body),
  ],
  check: findCycles,
});

function dependencyRefs(body: Service): Reference[] {
  return body.dependencies.flatMap((d, i) =>
    'service' in d ? refTo('service', d.service, ['dependencies', i, 'service']) : d.of.map((id, j) => ({ kind: 'service', id, path: ['dependencies', i, 'of', j] })));
}

function findCycles(services: readonly KindRecord<Service>[]): Finding[] {
  const selfish = services.flatMap(({ id, body }) =>
    dependencyRefs(body).filter((r) => r.id === id).map((r): Finding => ({ level: 'error', kind: 'service', id, path: r.path, detail: 'A service depends on itself', value: id, wanted: 'another service' })));
  const needs = new Map(services.map(({ id, body }) => [id, dependencyRefs(body).map((r) => r.id).filter((to) => to !== id)]));
  const cycles = serviceCycles(needs).map((members): Finding => ({
    level: 'confirm', kind: 'service', id: members[0] ?? '', path: ['dependencies'],
    detail: 'These services need each other and can only be restarted together', value: members.join(', '), wanted: 'a person who confirms that this is so',
  }));
  return [...selfish, ...cycles];
}
