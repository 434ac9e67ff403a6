import { z } from 'zod';
import { defineKind, nameField, proseField, refField, refTo, type Finding, type KindRecord } from '../../platform/register/index.ts';
import { ancestorCycles } from './model.ts';

const schema = z.strictObject({
  name: nameField().describe('What the business does, as Fulfil orders'),
  parent: refField('function').optional().describe('The function that this one is part of'),
  owner: refField('post').optional(),
  criticality: z.enum(['critical', 'important', 'standard']).describe('critical: customers or the law feel its loss the same day; important: within a week; standard: later'),
  description: proseField().optional(),
});

export type BusinessFunction = z.output<typeof schema>;

/** Functions: the tree of what the business does. */
export const functionKind = defineKind({
  name: 'function',
  plural: 'functions',
  file: 'functions.yaml',
  description: 'What the business does, as a tree',
  schema,
  owner: (body) => body.owner,
  references: (body) => [...refTo('function', body.parent, ['parent']), ...refTo('post', body.owner, ['owner'])],
  parents: (body) => refTo('function', body.parent, ['parent']),
  check: ownAncestors,
});

function ownAncestors(functions: readonly KindRecord<BusinessFunction>[]): Finding[] {
  const parents = new Map(functions.map((f) => [f.id, f.body.parent]));
  return ancestorCycles(parents).map((cycle) => ({
    level: 'error', kind: 'function', id: cycle[0] ?? '', path: ['parent'],
    detail: 'A function is its own ancestor', value: [...cycle, cycle[0]].join(' → '), wanted: 'a tree: no function above itself',
  }));
}
