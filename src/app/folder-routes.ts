import { z } from 'zod';
import { applyFolder, exportFolder, fingerprintOf, planApply, planText, type ApplyOptions, type FolderFile, type Plan } from '../platform/company-folder/index.ts';
import { route, type AnyRoute } from '../platform/http/index.ts';
import { anySet, type Ctx } from '../platform/write/index.ts';
import { kinds } from './kinds.ts';

const tag = 'company folder';
/** YAML and CSV of a folder as base64 in JSON: a third larger than the folder's own limit. */
const bodyLimit = 72 * 2 ** 20;

const filesField = z.array(z.object({ path: z.string().max(500), base64: z.base64().describe('The file’s bytes') })).max(5000);
const planInput = z.object({ files: filesField, prune: z.boolean().default(false), take: z.enum(['folder', 'app']).optional() });
const change = z.object({ kind: z.string(), id: z.string() });
const planSchema = z.object({
  fingerprint: z.string().describe('Send it with apply: a plan that has changed since is refused'),
  text: z.string().describe('The plan as lines for people'),
  create: z.array(change), update: z.array(change), retire: z.array(change), kept: z.array(change), conflicts: z.array(change),
  unchanged: z.number().int(),
  findings: z.array(z.object({ kind: z.string(), id: z.string(), detail: z.string() })).describe('For a person to confirm'),
  eventLogs: z.array(z.object({ id: z.string(), file: z.string() })).describe('Event logs whose files the folder names'),
});

/** What folder routes need of the parts that know event data. */
export interface FolderParts {
  /** Stages the event data of these uploads, by event log, so that they become current in the transaction of the apply. */
  readonly stageEventLogs: (ctx: Ctx, plan: Plan, uploads: Readonly<Record<string, string>>) => Promise<NonNullable<ApplyOptions['alongside']>>;
}

/** Plan, apply and export a company folder. */
export function folderRoutes({ stageEventLogs }: FolderParts): AnyRoute[] {
  return [
    route({
      method: 'POST', path: '/folder/plan', id: 'planFolder', summary: 'What applying a company folder would do', tag, sets: anySet, body: planInput, response: planSchema, bodyLimit,
      handler: async (ctx, { body }) => {
        const { plan } = await planApply(ctx, filesOf(body.files), kinds, optionsOf(body));
        return planOut(plan);
      },
    }),
    route({
      method: 'POST', path: '/folder/apply', id: 'applyFolder', summary: 'Apply a company folder, all of it or nothing', tag, sets: anySet, bodyLimit,
      body: planInput.extend({ expected: z.string().optional(), uploads: z.record(z.string(), z.string()).default({}).describe('Upload id of the events by event log id') }), response: planSchema,
      handler: async (ctx, { body }) => {
        const files = filesOf(body.files);
        const options = optionsOf(body);
        const { plan } = await planApply(ctx, files, kinds, options);
        const alongside = plan.conflicts.length > 0 ? undefined : await stageEventLogs(ctx, plan, body.uploads);
        return planOut(await applyFolder(ctx, files, kinds, { ...options, ...(body.expected === undefined ? {} : { expected: body.expected }), ...(alongside === undefined ? {} : { alongside }) }));
      },
    }),
    route({
      method: 'GET', path: '/folder', id: 'exportFolder', summary: 'The registers as the files of a company folder', tag, sets: anySet, response: z.object({ files: z.array(z.object({ path: z.string(), text: z.string() })) }),
      handler: async ({ db }) => ({ files: await exportFolder(db, kinds) }),
    }),
  ];
}

function filesOf(files: z.output<typeof filesField>): FolderFile[] {
  return files.map(({ path, base64 }) => ({ path, bytes: Buffer.from(base64, 'base64') }));
}

function optionsOf({ prune, take }: { prune: boolean; take?: 'folder' | 'app' | undefined }) {
  return { prune, ...(take === undefined ? {} : { take }) };
}

function planOut(plan: Plan): z.input<typeof planSchema> {
  const ids = (list: readonly { kind: { name: string }; id: string }[]) => list.map((c) => ({ kind: c.kind.name, id: c.id }));
  return {
    fingerprint: fingerprintOf(plan), text: planText(plan),
    create: ids(plan.create), update: ids(plan.update), retire: ids(plan.retire), kept: ids(plan.kept), conflicts: ids(plan.conflicts),
    unchanged: plan.unchanged.length,
    findings: plan.findings.map(({ kind, id, detail }) => ({ kind, id, detail })),
    eventLogs: [...plan.create, ...plan.update, ...plan.unchanged].filter((c) => c.kind.name === 'event-log').map((c) => ({ id: c.id, file: ((c.record?.body ?? c.current?.body) as { file: string }).file })),
  };
}
