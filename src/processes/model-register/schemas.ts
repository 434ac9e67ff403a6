import { z } from 'zod';
import { nameField, slugField } from '../../platform/register/index.ts';
import { modelText } from './kind.ts';

const size = z.object({ places: z.number().int(), transitions: z.number().int(), silent: z.number().int(), arcs: z.number().int() }).describe('Of its Petri net');

export const noiseQuery = z.coerce.number().min(0).max(1).default(0.2).describe('Ways at most so many times as frequent as the most frequent one after the same activity are left aside; 0: every case fits the model');

export const discoveredSchema = z.object({
  noise: z.number(), cases: z.number().int(), variants: z.number().int(),
  tree: z.string(), outline: z.string().describe('For people: a line for each step and block, indented'),
  activities: z.array(z.object({ activity: z.string(), least: z.number().int(), most: z.number().int().nullable().describe('Null: any number') })).describe('How often each may happen in one run of the model'),
  first: z.array(z.string()), last: z.array(z.string()),
  missing: z.array(z.string()).describe('Activities of these cases that the model leaves out'),
  size, drawing: z.string().nullable().describe('BPMN 2.0 with its diagram; null where it is too large to be looked at'),
});

const finding = z.object({ kind: z.enum(['never-ends', 'never-happens', 'piles-up', 'dead-end', 'left-over', 'not-all-seen', 'no-activity']), serious: z.boolean().describe('No case can be compared with it: it is not kept'), detail: z.string() });

export const readModelSchema = z.object({
  format: z.enum(['bpmn', 'pnml', 'tree']), activities: z.array(z.string()), size, findings: z.array(finding).describe('What is odd about it'),
  outline: z.string().nullable().describe('Of a process tree'), drawing: z.string().nullable().describe('BPMN 2.0 with its diagram, where there is one'),
});

const discoveredFrom = z.object({ eventLog: z.string(), version: z.string(), noise: z.number(), filter: z.string() }).nullable().describe('Where it was discovered in an event log');
const versionShape = { version: z.string(), recordedAt: z.iso.datetime({ offset: true }), supersededAt: z.iso.datetime({ offset: true }).nullable(), format: z.enum(['bpmn', 'pnml', 'tree']), bytes: z.number().int(), discovered: discoveredFrom };

export const storedModelsSchema = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), process: z.string(), ...versionShape, history: z.array(z.object(versionShape)).describe('All its versions, the newest first') })),
});

export const storedModelSchema = readModelSchema.extend({ id: z.string(), name: z.string(), process: z.string(), version: z.string(), recordedAt: z.iso.datetime({ offset: true }), discovered: discoveredFrom });

export const checkInput = z.strictObject({ model: modelText, file: z.string().max(300).optional().describe('Its name, for the words of what is wrong') });

export const keepInput = z.strictObject({ id: slugField, name: nameField(), expected: z.uuid().nullable().describe('The version that is changed; null: a new model') });
