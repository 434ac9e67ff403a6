import { z } from 'zod';
import { defineKind, nameField, proseField, refField, refTo } from '../../platform/register/index.ts';

const schema = z
  .strictObject({
    name: nameField(),
    formula: proseField().describe('How it is worked out, in words or as an expression'),
    unit: nameField().describe('As h, %, GBP or orders a week'),
    direction: z.enum(['up', 'down', 'none']).describe('up: more is better; down: less is better; none: neither'),
    owner: refField('post').optional(),
    process: refField('process').optional().describe('The process that it measures'),
    service: refField('service').optional().describe('The service that it measures'),
  })
  .refine((m) => m.process === undefined || m.service === undefined, { error: 'a process or a service, not both', path: ['service'] });

/** Measures: what is counted, in which unit, and which way is better. */
export const measureKind = defineKind({
  name: 'measure',
  plural: 'measures',
  file: 'measures.yaml',
  description: 'Measures: formula, unit and which way is better',
  schema,
  owner: (body) => body.owner,
  references: (body) => [...refTo('post', body.owner, ['owner']), ...refTo('process', body.process, ['process']), ...refTo('service', body.service, ['service'])],
});
