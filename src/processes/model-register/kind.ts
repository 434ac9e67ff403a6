import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineKind, nameField, refField, refTo, slugField } from '../../platform/register/index.ts';
import { faultsElsewhere, isShort } from './elsewhere.ts';
import { faultsOf } from './read-model.ts';

/** Characters that a model may have. */
const MODEL_LIMIT = 1_000_000;

/** The text of a model, not read yet. */
export const modelText = z.string({ error: 'BPMN, PNML or a process tree' }).max(MODEL_LIMIT, { error: 'at most 1,000,000 characters' });

const textField = modelText
  .regex(/^\s*(?:<|'|tau|->|X|\+|\*)/, { error: 'BPMN or PNML as XML, or a process tree as ->( \'a\', \'b\' )', abort: true })
  .superRefine((text, ctx) => {
    // A text that is too long is not read at all.
    for (const fault of text.length > MODEL_LIMIT ? [] : lateFaultsOf(text)) ctx.addIssue({ code: 'custom', message: fault });
  })
  .describe('The model itself: BPMN 2.0 or PNML as XML, or a process tree as text');

const discovered = z.strictObject({
  eventLog: slugField,
  version: z.string().max(200).describe('Of the event log'),
  noise: z.number().min(0).max(1),
  filter: z.string().max(4000).default('').describe('Which of its cases, as the address of the flow page says it; empty: all'),
}).optional().describe('Where it was discovered in an event log: from what');

const schema = z.strictObject({ name: nameField(), process: refField('process'), discovered, model: textField });

export type ProcessModel = z.output<typeof schema>;

/** Models of how a process is meant to flow: drawn, or discovered and kept. A process's owner may change its models. */
export const processModelKind = defineKind({
  name: 'process-model',
  plural: 'process models',
  file: 'models.yaml',
  description: 'Process models: how a process is meant to flow, as BPMN, PNML or a process tree',
  schema,
  readAhead: async (raw) => {
    const text = (raw as { model?: unknown } | null | undefined)?.model;
    if (typeof text !== 'string' || isShort(text) || text.length > MODEL_LIMIT || lately.has(keyOf(text))) return;
    rememberFaults(text, await faultsElsewhere(text));
  },
  references: (body) => refTo('process', body.process, ['process']),
  parents: (body) => refTo('process', body.process, ['process']),
});

/** What was found of the texts checked last: a text is looked at several times on its way in and out. */
const lately = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 1_000;

function lateFaultsOf(text: string): readonly string[] {
  return (lately.get(keyOf(text)) ?? rememberFaults(text, faultsOf(text))).map((fault) => `a model that can be kept (${fault})`);
}

function rememberFaults(text: string, faults: readonly string[]): readonly string[] {
  lately.set(keyOf(text), faults);
  const [oldest] = lately.keys();
  if (lately.size > MOST_REMEMBERED && oldest !== undefined) lately.delete(oldest);
  return faults;
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
