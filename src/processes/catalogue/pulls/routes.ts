import { z } from 'zod';
import { problem } from '../../../platform/errors/index.ts';
import { pageOf, pageQuery, readOffset, route, writeCursor, type AnyRoute } from '../../../platform/http/index.ts';
import type { RegisterChanges } from '../../../platform/register/index.ts';
import { anySet, defineWrite, type Ctx } from '../../../platform/write/index.ts';
import { currentVersions } from '../store.ts';
import { isStale, typeOf } from './model.ts';
import { pullers, type Pulls } from './pulls.ts';
import { changePullInput, newPullInput, previewInput, previewSchema, pullRunSchema, pullSchema } from './schemas.ts';
import { mustPull, preview, PullSetUp, removePull } from './set-up.ts';
import { listPulls, listRuns, newestRuns, runById, setPullState, type Pull, type PullRun } from './store.ts';

const tag = 'sources';
const idParams = z.object({ id: z.string().max(64) });

export interface PullRouteParts {
  readonly pulls: Pulls;
  readonly registers: Pick<RegisterChanges, 'put'>;
}

/** Databases that events are pulled from: set up by an administrator, run and paused by editors, seen by everybody. */
export function pullRoutes(made: PullRouteParts): AnyRoute[] {
  return [...setUpRoutes(made), ...runRoutes(made)];
}

function setUpRoutes({ pulls, registers }: PullRouteParts): AnyRoute[] {
  const { parts } = pulls;
  const setUp = new PullSetUp(parts, registers);
  const one = (ctx: Ctx, id: string) => onePull(ctx, pulls, id);
  return [
    route({
      method: 'GET', path: '/pulls', id: 'listPulls', summary: 'Databases that events are pulled from on a schedule', tag, sets: anySet, query: pageQuery, response: pageOf(pullSchema),
      handler: async (ctx, { query }) => {
        const seen = await lookAround(ctx, pulls);
        const all = await listPulls(ctx.db);
        const from = readOffset(query.cursor);
        const items = all.slice(from, from + query.limit).map((p) => pullOut(p, seen));
        return { items, total: all.length, next: from + items.length < all.length ? writeCursor([from + items.length]) : null };
      },
    }),
    route({ method: 'GET', path: '/pulls/:id', id: 'getPull', summary: 'One database that events are pulled from', tag, sets: anySet, params: idParams, response: pullSchema, handler: (ctx, { params }) => one(ctx, params.id) }),
    route({
      method: 'POST', path: '/pulls/preview', id: 'previewPull', summary: 'Try a connection and a query: what answers, its columns and its first rows; nothing is kept', tag, sets: ['administrator'], body: previewInput, response: previewSchema,
      handler: (ctx, { body }) => preview(parts, ctx, body),
    }),
    route({
      method: 'POST', path: '/pulls', id: 'createPull', summary: 'Pull events from a PostgreSQL query on a schedule; it is tried first', tag, sets: ['administrator'], body: newPullInput, response: pullSchema, status: 201,
      handler: async (ctx, { body }) => { await setUp.create(ctx, body); await pulls.queueDue(); return one(ctx, body.id); },
    }),
    route({
      method: 'PUT', path: '/pulls/:id', id: 'changePull', summary: 'Change what is pulled, from where and when; it is tried first', tag, sets: ['administrator'], params: idParams, body: changePullInput, response: pullSchema,
      handler: async (ctx, { params, body }) => { await setUp.change(ctx, params.id, body); return one(ctx, params.id); },
    }),
    route({
      method: 'DELETE', path: '/pulls/:id', id: 'removePull', summary: 'Pull no longer, and forget the password; the events stay', tag, sets: ['administrator'], params: idParams, response: z.object({ done: z.literal(true) }),
      handler: async (ctx, { params }) => {
        const run = await removePull(ctx, params);
        if (run !== undefined) pulls.stop(run);
        return { done: true as const };
      },
    }),
  ];
}

function runRoutes({ pulls }: PullRouteParts): AnyRoute[] {
  const one = (ctx: Ctx, id: string) => onePull(ctx, pulls, id);
  const state = (to: 'active' | 'paused') => async (ctx: Ctx, { params }: { params: { id: string } }) => {
    await turn(ctx, { id: params.id, to });
    return one(ctx, params.id);
  };
  return [
    route({
      method: 'POST', path: '/pulls/:id/run', id: 'runPull', summary: 'Pull now, in the background', tag, sets: pullers, params: idParams, response: pullSchema, status: 202,
      handler: async (ctx, { params }) => { await pulls.queue(ctx, params); return one(ctx, params.id); },
    }),
    route({ method: 'POST', path: '/pulls/:id/pause', id: 'pausePull', summary: 'Pull no more until it is resumed', tag, sets: pullers, params: idParams, response: pullSchema, handler: state('paused') }),
    route({ method: 'POST', path: '/pulls/:id/resume', id: 'resumePull', summary: 'Pull on schedule again, first now', tag, sets: pullers, params: idParams, response: pullSchema, handler: state('active') }),
    route({
      method: 'GET', path: '/pulls/:id/runs', id: 'listPullRuns', summary: 'Pulls of the last 30 days with their reports, the newest first', tag, sets: anySet, params: idParams, query: pageQuery, response: pageOf(pullRunSchema),
      handler: async (ctx, { params, query }) => {
        await mustPull(ctx, params.id);
        const from = readOffset(query.cursor);
        const { rows, total } = await listRuns(ctx.db, params.id, { from, limit: query.limit });
        return { items: rows.map((r) => runOut(r, pulls)), total, next: from + rows.length < total ? writeCursor([from + rows.length]) : null };
      },
    }),
    route({
      method: 'POST', path: '/pull-runs/:id/cancel', id: 'cancelPullRun', summary: 'Cancel a pull that is under way; nothing of it stays', tag, sets: pullers, params: z.object({ id: z.uuid() }), response: pullRunSchema,
      handler: async (ctx, { params }) => {
        if ((await runById(ctx.db, params.id)) === undefined) throw problem('not-found', { detail: 'There is no such run', value: params.id, wanted: 'an id of GET /pulls/{id}/runs' });
        await pulls.cancel(ctx, params.id);
        return runOut((await runById(ctx.db, params.id))!, pulls);
      },
    }),
  ];
}

const turn = defineWrite<{ id: string; to: 'active' | 'paused' }, void>({
  name: 'pull.turn',
  input: z.custom<{ id: string; to: 'active' | 'paused' }>(),
  sets: pullers,
  run: async ({ tx, clock }, { id, to }) => {
    if (!(await setPullState(tx, id, to, to === 'active' ? clock.now() : null))) throw problem('not-found', { detail: 'There is no such pull', value: id, wanted: 'an id of GET /pulls' });
    return { result: undefined, audit: [{ action: to === 'active' ? 'pull.resume' : 'pull.pause', subjectKind: 'pull', subjectId: id }] };
  },
});

type Around = Awaited<ReturnType<typeof lookAround>>;

/** What is shown beside pulls. Asked before them: a run that is over has then moved its pull on already. */
async function lookAround({ db, clock }: Ctx, pulls: Pulls) {
  return { pulls, now: clock.now().getTime(), runs: await newestRuns(db), versions: await currentVersions(db) };
}

async function onePull(ctx: Ctx, pulls: Pulls, id: string): Promise<z.input<typeof pullSchema>> {
  const seen = await lookAround(ctx, pulls);
  return pullOut(await mustPull(ctx, id), seen);
}

function pullOut(p: Pull, { pulls, now, runs, versions }: Around): z.input<typeof pullSchema> {
  const run = runs.get(p.id);
  return {
    id: p.id, revision: p.revision, definition: p.definition, state: p.state === 'paused' ? 'paused' : 'active', cursorType: cursorTypeOf(p), cursor: p.cursor, events: versions.get(p.eventLog)?.events ?? 0, lastDoneAt: p.lastDoneAt?.toISOString() ?? null, nextAt: p.nextAt?.toISOString() ?? null,
    failures: p.failures, problem: p.problem, stale: isStale(p.definition.schedule, (p.lastDoneAt ?? p.createdAt).getTime(), now), run: run === undefined ? null : runOut(run, pulls),
  };
}

function cursorTypeOf({ columns, definition }: Pull): 'time' | 'integer' {
  const column = columns.find((c) => c.name === definition.cursor.column);
  return column !== undefined && typeOf(column) === 'integer' ? 'integer' : 'time';
}

function runOut(r: PullRun, pulls: Pulls): z.input<typeof pullRunSchema> {
  return {
    id: r.id, pull: r.pull, eventLog: r.eventLog, state: r.state, asked: r.askedByKind !== 'system', queuedAt: r.queuedAt.toISOString(), startedAt: r.startedAt?.toISOString() ?? null, finishedAt: r.finishedAt?.toISOString() ?? null,
    rows: r.rows ?? pulls.rowsOf(r.id) ?? null, complete: r.complete, cursorBefore: r.cursorBefore, cursorAfter: r.cursorAfter, version: r.version, report: r.report,
    rejected: (r.rejected ?? []).map(({ row, reason, value }) => ({ row, reason, value })), problem: r.problem,
  };
}
