import { z } from 'zod';
import { currencyField, defineKind, durationField, moneyRangeField, nameField, proseField, refField, refTo, shareField, weekField, zoneField } from '../../platform/register/index.ts';

const activity = z.strictObject({
  name: nameField().describe('As the event log calls it'),
  function: refField('function').optional().describe('The function that does it; absent: the function of the process'),
  services: z.array(refField('service')).default([]).describe('Services that it cannot do without'),
  touchTime: durationField().optional().describe('Time that somebody works on it'),
  legal: z.boolean().optional().describe('The law asks for it'),
  control: z.boolean().optional().describe('It checks or approves the work of another'),
});

const margin = z
  .union([z.strictObject({ attribute: nameField().describe('Attribute of the case'), currency: currencyField }), moneyRangeField()], { error: 'attribute and currency, or low and high' })
  .describe('Contribution margin of a case: an attribute of the case with its currency, or a range from low to high');

const schema = z
  .strictObject({
    name: nameField(),
    description: proseField().optional(),
    case: nameField().describe('What one case is, in the singular: order'),
    function: refField('function'),
    owner: refField('post'),
    zone: zoneField.describe('Weeks and hours of this process are in this zone'),
    calendar: refField('calendar').optional(),
    hours: weekField.optional().describe('Working hours where they differ from the calendar’s'),
    starts: z.array(nameField()).default([]).describe('Activities that begin a case'),
    ends: z.array(nameField()).default([]).describe('Activities that complete a case'),
    closedAfter: durationField().optional().describe('A case without an end is complete when silent for so long; absent: the 99th percentile of its log’s gaps'),
    target: durationField().optional().describe('A case is on time when it completes within'),
    delayTolerance: durationField().optional().describe('A wait of so much more than usual is not called a delay'),
    margin: margin.optional(),
    delayCostAnHour: moneyRangeField().optional().describe('What an hour of delay of one case costs, from low to high'),
    mtpd: durationField().optional().describe('Maximum tolerable period of disruption'),
    mbco: shareField().optional().describe('Minimum business continuity objective: the share of usual work that must go on'),
    activities: z.array(activity).default([]).refine((all) => new Set(all.map((a) => a.name)).size === all.length, { error: 'each activity once' }),
  })
  .refine((p) => new Set(p.starts).size === p.starts.length, { error: 'each activity once', path: ['starts'] })
  .refine((p) => new Set(p.ends).size === p.ends.length, { error: 'each activity once', path: ['ends'] });

export type Process = z.output<typeof schema>;

/** Processes: how the business does what it does, and what delay of it means. */
export const processKind = defineKind({
  name: 'process',
  plural: 'processes',
  file: 'processes.yaml',
  description: 'Processes: owner, hours, target, what delay costs, and the services each activity needs',
  schema,
  owner: (body) => body.owner,
  references: (body) => [
    ...refTo('function', body.function, ['function']),
    ...refTo('post', body.owner, ['owner']),
    ...refTo('calendar', body.calendar, ['calendar']),
    ...body.activities.flatMap((a, i) => refTo('function', a.function, ['activities', i, 'function'])),
    ...body.activities.flatMap((a, i) => a.services.map((id, j) => ({ kind: 'service', id, path: ['activities', i, 'services', j] }))),
  ],
  parents: (body) => refTo('function', body.function, ['function']),
});
