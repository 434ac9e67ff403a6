import { z } from 'zod';
import { defineKind, nameField, proseField, refField, refTo } from '../../../platform/register/index.ts';
import { ruleSchema } from './rule.ts';

const schema = z.strictObject({
  name: nameField(),
  description: proseField().optional().describe('Why it is so'),
  process: refField('process').describe('The process whose cases keep it or break it; who owns the process owns the rule'),
  rule: ruleSchema,
});

export type ProcessRule = z.output<typeof schema>;

/** Rules of processes: what the business says must be so in every case. */
export const processRuleKind = defineKind({
  name: 'process-rule',
  plural: 'process rules',
  file: 'rules.yaml',
  description: 'Rules of processes: what must follow what, who must not do both, and within how many hours',
  schema,
  references: (body) => refTo('process', body.process, ['process']),
  parents: (body) => refTo('process', body.process, ['process']),
});
