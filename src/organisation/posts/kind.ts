import { z } from 'zod';
import { dateField, defineKind, nameField, proseField, refField, refTo } from '../../platform/register/index.ts';
import { ancestorCycles } from '../functions/model.ts';
import { overlappingTerms } from './model.ts';

const term = { from: dateField.describe('First day'), to: dateField.optional().describe('Last day; absent: until further notice') };
const inOrder = (t: { from: string; to?: string | undefined }) => t.to === undefined || t.from <= t.to;

const holder = z.strictObject({ person: refField('person'), ...term }).refine(inOrder, { error: 'a last day on or after the first', path: ['to'] });
const delegation = z
  .strictObject({ deputy: refField('person'), from: term.from, to: dateField.describe('Last day; a delegation always ends'), reason: proseField().optional() })
  .refine(inOrder, { error: 'a last day on or after the first', path: ['to'] });

const schema = z.strictObject({
  name: nameField().describe('The post, as Head of order fulfilment'),
  reportsTo: refField('post').optional(),
  holders: z.array(holder).default([]).superRefine((holders, ctx) => {
    for (const i of overlappingTerms(holders)) ctx.addIssue({ code: 'custom', path: [i], message: 'one holder at a time; a deputy stands in by a delegation', input: holders[i]?.person });
  }).describe('Who holds the post, from which day to which; nobody: the post is vacant'),
  delegations: z.array(delegation).default([]).describe('Who signs in the holder’s place, and in which days only'),
});

export type Post = z.output<typeof schema>;

/** Posts: what somebody is accountable as. Changing who holds one needs the administrator. */
export const postKind = defineKind({
  name: 'post',
  plural: 'posts',
  file: 'posts.yaml',
  description: 'Posts, who holds each from which day to which, and who stands in when',
  schema,
  sets: ['administrator'],
  references: (body) => [
    ...refTo('post', body.reportsTo, ['reportsTo']),
    ...body.holders.map((h, i) => ({ kind: 'person', id: h.person, path: ['holders', i, 'person'] })),
    ...body.delegations.map((d, i) => ({ kind: 'person', id: d.deputy, path: ['delegations', i, 'deputy'] })),
  ],
  check: (posts) => ancestorCycles(new Map(posts.map((p) => [p.id, p.body.reportsTo]))).map((cycle) => ({
    level: 'error', kind: 'post', id: cycle[0] ?? '', path: ['reportsTo'],
    detail: 'A post reports to itself', value: [...cycle, cycle[0]].join(' → '), wanted: 'a tree: no post above itself',
  })),
});
