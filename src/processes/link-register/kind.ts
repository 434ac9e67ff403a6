import { z } from 'zod';
import { defineKind, durationField, nameField, refField, refTo } from '../../platform/register/index.ts';

const condition = z.strictObject({
  attribute: nameField().describe('Attribute of the case or of one of its events'),
  values: z.array(nameField()).min(1, { error: 'at least one value' }),
});

const side = z.strictObject({
  process: refField('process'),
  key: nameField().optional().describe('Attribute that holds the shared key; absent: the case id'),
  activities: z.array(nameField()).min(1, { error: 'at least one activity, or none said' }).refine((all) => new Set(all).size === all.length, { error: 'each activity once' }).optional().describe('from: the steps after which a case is handed over; to: the steps with which it is taken up. Absent: any step, and its first'),
  only: condition.optional().describe('Only cases with one of these values'),
});

const schema = z
  .strictObject({
    name: nameField().describe('What is handed over, as Invoice questions that need a correction'),
    from: side,
    to: side,
    owner: refField('post').describe('The post that answers for the wait in between'),
    givenUpAfter: durationField().optional().describe('A case that nobody has taken up after so long is not counted as waiting any more; absent: the 99th percentile of the waits measured'),
  })
  .refine((l) => l.from.process !== l.to.process, { error: 'two different processes', path: ['to', 'process'] });

export type ProcessLink = z.output<typeof schema>;

/** Links between processes: the key that their cases share, and where one hands over to the other. */
export const processLinkKind = defineKind({
  name: 'process-link',
  plural: 'process links',
  file: 'links.yaml',
  description: 'Links between processes: the key that their cases share, and the steps between which a case is handed over',
  schema,
  owner: (body) => body.owner,
  references: (body) => [...refTo('process', body.from.process, ['from', 'process']), ...refTo('process', body.to.process, ['to', 'process']), ...refTo('post', body.owner, ['owner'])],
});
