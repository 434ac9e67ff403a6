import { z } from 'zod';
import { defineWrite } from '../../../platform/write/index.ts';
import type { Study } from '../study.ts';
import type { SimulationInputs, SimulationRequest } from './model.ts';
import { addRun, keepStudy, moveRun } from './store.ts';

/** Who may start and stop simulations. */
export const simulators = ['administrator', 'editor', 'finance', 'contributor'] as const;

const about = (id: string) => ({ subjectKind: 'simulation', subjectId: id });

interface Creation {
  readonly id: string;
  readonly order: { readonly eventLog: string; readonly request: SimulationRequest; readonly inputs: SimulationInputs };
}

export const createRun = defineWrite<Creation, void>({
  name: 'simulation.create',
  input: z.custom<Creation>(),
  sets: simulators,
  run: async ({ tx, actor, clock }, { id, order: { eventLog, request, inputs } }) => {
    await addRun(tx, { id, eventLog, request, inputs, at: clock.now(), by: actor });
    return { result: undefined, audit: [{ action: 'simulation.create', ...about(id), detail: { eventLog, changes: request.says } }] };
  },
});

/** That it was asked is on record, also where the run was over. */
export const cancelRun = defineWrite<{ id: string }, boolean>({
  name: 'simulation.cancel',
  input: z.object({ id: z.uuid() }),
  sets: simulators,
  run: async ({ tx, clock }, { id }) => {
    const cancelled = await moveRun(tx, id, ['waiting', 'running'], { state: 'cancelled', finishedAt: clock.now() });
    return { result: cancelled, audit: [{ action: 'simulation.cancel', ...about(id), detail: { cancelled } }] };
  },
});

/** A run begins; false where it was stopped before. */
export const beginRun = defineWrite<{ id: string }, boolean>({
  name: 'simulation.begin',
  input: z.object({ id: z.uuid() }),
  sets: simulators,
  run: async ({ tx, clock }, { id }) => {
    const begun = await moveRun(tx, id, ['waiting'], { state: 'running', startedAt: clock.now() });
    return { result: begun, audit: [{ action: 'simulation.begin', ...about(id), detail: { begun } }] };
  },
});

interface End {
  readonly id: string;
  readonly state: 'done' | 'failed' | 'cancelled' | 'interrupted';
  readonly study?: Study;
  readonly why?: Record<string, unknown>;
}

/** A run ends, with what it found or why not; false where it was stopped meanwhile, and then nothing is kept. */
export const endRun = defineWrite<End, boolean>({
  name: 'simulation.end',
  input: z.custom<End>(),
  sets: simulators,
  run: async ({ tx, clock }, { id, state, study, why }) => {
    const moved = await moveRun(tx, id, state === 'done' ? ['running'] : ['waiting', 'running'], { state, finishedAt: clock.now(), ...(why === undefined ? {} : { problem: why }) });
    if (moved && study !== undefined) await keepStudy(tx, id, study);
    const detail = study === undefined ? { code: String(why?.['code']) } : { verdict: study.validation.verdict, differences: study.differences.length };
    return { result: moved, audit: [{ action: `simulation.${moved ? state : 'end'}`, ...about(id), detail: moved ? detail : { kept: false } }] };
  },
});

interface Interruption {
  readonly ids: readonly string[];
  readonly why: Record<string, unknown>;
}

/** Runs that a process left under way when it ended are not under way any more. */
export const interruptRuns = defineWrite<Interruption, void>({
  name: 'simulation.interrupt',
  input: z.custom<Interruption>(),
  sets: simulators,
  run: async ({ tx, clock }, { ids, why }) => {
    for (const id of ids) await moveRun(tx, id, ['waiting', 'running'], { state: 'interrupted', finishedAt: clock.now(), problem: why });
    return { result: undefined, audit: ids.map((id) => ({ action: 'simulation.interrupted', ...about(id) })) };
  },
});
