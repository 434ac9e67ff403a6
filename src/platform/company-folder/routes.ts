import type { z } from 'zod';
import { route, type AnyRoute } from '../http/index.ts';
import type { Kinds } from '../register/index.ts';
import { anySet, type Ctx } from '../write/index.ts';
import { applyFolder, fingerprintOf, planApply, type ApplyOptions } from './apply.ts';
import { exportFolder } from './export.ts';
import { limits, type Folder } from './model.ts';
import { planText } from './plan-text.ts';
import type { Plan, PlannedChange, PlanOptions } from './plan.ts';
import { readFolderAhead } from './read-folder.ts';
import { applyInput, folderInput, folderSchema, planSchema, type PlanView } from './schemas.ts';

const tag = 'company folder';
// Base64 takes four characters for three bytes.
const bodyLimit = Math.ceil((limits.folderBytes * 4) / 3) + 2 ** 20;

export interface FolderParts {
  /** Stages the uploaded events of the plan's event logs, before the transaction in which they become current with the records. */
  readonly stageEvents?: (ctx: Ctx, plan: Plan, uploads: Readonly<Record<string, string>>) => Promise<NonNullable<ApplyOptions['alongside']>>;
}

/** Planning, applying and exporting the company folder. Who may apply is decided for each record that changes. */
export function folderRoutes(kinds: Kinds, { stageEvents }: FolderParts = {}): AnyRoute[] {
  return [
    route({
      method: 'POST', path: '/company-folder/plan', id: 'planFolder', summary: 'What applying a company folder would do; writes nothing', tag, sets: anySet, bodyLimit, body: folderInput, response: planSchema,
      handler: async (ctx, { body }) => planView((await planApply(ctx, await folderOf(body, kinds), kinds, optionsOf(body))).plan),
    }),
    route({
      method: 'POST', path: '/company-folder/apply', id: 'applyFolder', summary: 'Apply a company folder, all or nothing', tag, sets: anySet, bodyLimit, body: applyInput, response: planSchema,
      handler: async (ctx, { body }) => {
        const folder = await folderOf(body, kinds);
        const { plan } = await planApply(ctx, folder, kinds, optionsOf(body));
        const alongside = plan.conflicts.length > 0 ? undefined : await stageEvents?.(ctx, plan, body.uploads);
        return planView(await applyFolder(ctx, folder, kinds, { ...optionsOf(body), ...(body.expected === undefined ? {} : { expected: body.expected }), ...(alongside === undefined ? {} : { alongside }) }));
      },
    }),
    route({ method: 'GET', path: '/company-folder', id: 'exportFolder', summary: 'The registers as a company folder', tag, sets: anySet, response: folderSchema, handler: async ({ db }) => ({ files: await exportFolder(db, kinds) }) }),
  ];
}

function folderOf({ files }: z.output<typeof folderInput>, kinds: Kinds): Promise<Folder> {
  return readFolderAhead(files.map(({ path, base64 }) => ({ path, bytes: Buffer.from(base64, 'base64') })), kinds.all);
}

function optionsOf({ prune, take }: z.output<typeof folderInput>): PlanOptions {
  return { prune, take };
}

/** A plan as it is sent. */
export function planView(plan: Plan): PlanView {
  const view = (c: PlannedChange) => ({ kind: c.kind.name, id: c.id, at: c.record?.place() ?? null });
  return {
    fingerprint: fingerprintOf(plan), text: planText(plan),
    create: plan.create.map(view), update: plan.update.map((c) => ({ ...view(c), fields: [...c.fields] })), retire: plan.retire.map(view), unchanged: plan.unchanged.length, kept: plan.kept.map(view),
    conflicts: plan.conflicts.map((c) => ({ kind: c.kind.name, id: c.id, at: c.at ?? null, retire: c.retire, fields: [...c.fields] })),
    eventLogs: [...logsOf([...plan.create, ...plan.update], true), ...logsOf(plan.unchanged, false)],
    findings: plan.findings.map((f) => ({ kind: f.kind, id: f.id, detail: f.detail, value: f.value ?? null, wanted: f.wanted ?? null })),
  };
}

function logsOf(changes: readonly PlannedChange[], changed: boolean): PlanView['eventLogs'] {
  return changes.flatMap((c) => {
    const file = c.kind.name === 'event-log' ? (c.record?.body as { file?: string } | undefined)?.file : undefined;
    return file === undefined ? [] : [{ id: c.id, file, changed }];
  });
}
