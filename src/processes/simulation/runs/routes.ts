import { z } from 'zod';
import { problem } from '../../../platform/errors/index.ts';
import { type AnyRoute, pageOf, pageQuery, readInstant, route, sendCsv, writeCursor } from '../../../platform/http/index.ts';
import { anySet, type Ctx } from '../../../platform/write/index.ts';
import { asking, idParams, type QuestionEngine } from '../../event-logs/index.ts';
import { activityNames } from '../../event-logs/questions/index.ts';
import { studyDefaults } from '../study.ts';
import { distributionColumns, distributionRows } from '../distributions.ts';
import { distributionsOut, inputsOut, type NamesOf, runFull, runSummary } from './answers.ts';
import type { SimulationRuns } from './runs.ts';
import { simulatedDistributions } from './distributions.ts';
import { distributionsSchema, groundSchema, orderSchema, runSchema, runSummarySchema } from './schemas.ts';
import { groundOf, neededServices, settle, windowOf } from './settle.ts';
import { checkedRun, differencesOfRun, rowsKept, runById, runsOf, type RunRow } from './store.ts';
import { simulators } from './writes.ts';

export interface SimulationRouteParts {
  readonly runs: SimulationRuns;
  /** For short questions: what activities there are, and when the log ends. */
  readonly engine: QuestionEngine;
  /** The folder of the event store. */
  readonly dir: string;
  readonly namesOf: NamesOf;
}

const tag = 'simulations';
const runParams = idParams.extend({ run: z.uuid() });

/** What-if: simulations of an event log, started, followed, stopped, kept and listed. */
export function simulationRoutes(parts: SimulationRouteParts): AnyRoute[] {
  const { runs } = parts;
  const full = async (ctx: Ctx, row: RunRow) => runFull(row, { differences: await differencesOfRun(ctx.db, row.id), rowsKept: await rowsKept(ctx.db, row.eventLog, row.inputs.dataset), progress: runs.progress(row.id), names: await parts.namesOf([row.createdById]) });
  const one = async (ctx: Ctx, id: string, run: string) => full(ctx, await mustRun(ctx, id, run));
  return [
    route({
      method: 'GET', path: '/event-logs/:id/what-if', id: 'getWhatIf', summary: 'What a simulation of an event log starts from, and what its newest check says', tag, sets: anySet, params: idParams, response: groundSchema,
      handler: async (ctx, { params: { id }, reply }) => {
        const { ground, from, activities, services } = await look(ctx, parts, id, reply, 1);
        const checked = await checkedRun(ctx.db, id, ground.inputs, studyDefaults.seed);
        return { inputs: inputsOut(ground.inputs), from, activities: [...activities], services: services.map((s) => ({ ...s, activities: [...s.activities] })), check: checked === undefined ? null : await full(ctx, checked) };
      },
    }),
    route({
      method: 'POST', path: '/event-logs/:id/simulations', id: 'createSimulation', summary: 'Simulate the weeks after an event log, as today and with changes', tag, sets: simulators, params: idParams, body: orderSchema, status: 202, response: runSchema,
      handler: async (ctx, { params: { id }, body, reply }) => {
        const { ground, window, activities, services } = await look(ctx, parts, id, reply, body.weeks);
        const { changes, says } = settle(body.changes, { window, zone: ground.inputs.rules.zone, activities, services });
        return one(ctx, id, await runs.start(ctx, { eventLog: id, version: ground.version, changes, request: { ...body, says }, inputs: ground.inputs }));
      },
    }),
    route({
      method: 'GET', path: '/event-logs/:id/simulations', id: 'listSimulations', summary: 'Simulations of an event log, the newest first', tag, sets: anySet, params: idParams, query: pageQuery, response: pageOf(runSummarySchema),
      handler: async (ctx, { params: { id }, query: { limit, cursor } }) => {
        const { rows, total } = await runsOf(ctx.db, id, { limit: limit + 1, before: cursor === undefined ? undefined : readInstant(cursor) });
        const items = rows.slice(0, limit);
        const names = await parts.namesOf([...new Set(items.map((r) => r.createdById))]);
        const last = items.at(-1);
        return { items: items.map((r) => runSummary(r, runs.progress(r.id), names)), total, next: last !== undefined && rows.length > limit ? writeCursor([last.createdAt.toISOString(), last.id]) : null };
      },
    }),
    route({ method: 'GET', path: '/event-logs/:id/simulations/:run', id: 'getSimulation', summary: 'How far a simulation is, and what came of it', tag, sets: anySet, params: runParams, response: runSchema, handler: (ctx, { params }) => one(ctx, params.id, params.run) }),
    route({
      method: 'DELETE', path: '/event-logs/:id/simulations/:run', id: 'cancelSimulation', summary: 'Stop a simulation; one that is over stays as it is', tag, sets: simulators, params: runParams, response: runSchema,
      handler: async (ctx, { params }) => { await mustRun(ctx, params.id, params.run); await runs.cancel(ctx, params.run); return one(ctx, params.id, params.run); },
    }),
    route({
      method: 'GET', path: '/event-logs/:id/simulations/:run/distributions', id: 'getSimulationDistributions', summary: 'What a simulation found, as distributions that an estimate of a benefit can be drawn from', tag, sets: anySet, params: runParams, response: distributionsSchema,
      handler: async (ctx, { params }) => distributionsOut(await simulatedDistributions(ctx.db, params.id, params.run)),
    }),
    route({
      method: 'GET', path: '/event-logs/:id/simulations/:run/draws.csv', id: 'downloadSimulationDraws', summary: 'The same as CSV, a line for each draw', tag, sets: anySet, params: runParams, response: { file: 'text/csv', description: distributionColumns.join(', ') },
      handler: async (ctx, { params, reply }) => {
        const { distributions } = await simulatedDistributions(ctx.db, params.id, params.run);
        await sendCsv(reply, 'what-if.csv', distributionColumns, eachOf(distributions.map(distributionRows)));
      },
    }),
  ];
}

/** A log as a simulation begins with it. */
async function look(ctx: Ctx, { engine, dir }: SimulationRouteParts, id: string, reply: Parameters<ReturnType<typeof asking>>[2]['reply'], weeks: number) {
  const ground = await groundOf(ctx, dir, id);
  const ask = asking({ engine, currentVersion: async () => ground.version });
  const { window, activities } = await ask(ctx, id, { reply }, async (c, v, signal) => ({ window: await windowOf(c, ground, weeks, signal), activities: await activityNames(c, v) }));
  return { ground, window, from: new Date(window.from).toISOString(), activities, services: await neededServices(ctx, ground.process, activities) };
}

async function mustRun({ db }: Ctx, eventLog: string, id: string): Promise<RunRow> {
  const run = await runById(db, eventLog, id);
  if (run === undefined) throw problem('not-found', { detail: 'There is no such simulation of this event log', value: id, wanted: 'an id of GET /event-logs/{id}/simulations' });
  return run;
}

async function* eachOf<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}
