import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { goneSignal, type RouteInput } from '../../platform/http/index.ts';
import type { Ctx } from '../../platform/write/index.ts';
import type { QuestionEngine } from './questions/index.ts';
import { type DatasetVersion, orDamage } from './versions/index.ts';

/** What questions are answered from. */
export interface QuestionParts {
  readonly engine: QuestionEngine;
  /** The current version of an event log; undefined where there is no such log or it has no data yet. */
  readonly currentVersion: (ctx: Ctx, eventLog: string) => Promise<DatasetVersion | undefined>;
  /** Seconds that an answer may take to begin. */
  readonly seconds?: number;
}

/** What a session is had from, and how long it may last. */
export interface SessionParts extends Pick<QuestionParts, 'engine' | 'seconds'> {
  /** What would take less time. */
  readonly wanted?: string;
}

/** Who waits for an answer, and whether it has begun. */
export interface Waiting {
  readonly by: string;
  readonly signal: AbortSignal;
  readonly begun?: () => boolean;
}

type SessionWork<T> = (c: EngineConnection, signal: AbortSignal) => Promise<T>;

/** Longer than this nobody waits before a page, in seconds; a file that has begun may take its time. */
const LONGEST = 120;

export const idParams = z.object({ id: z.string().max(200) });
export const tag = 'event logs';

/** Asks the current version of an event log on a session of its own, which ends when the answer is there or nobody waits for it. */
export type Ask = <T>(ctx: Ctx, id: string, input: Pick<RouteInput<unknown, unknown, unknown>, 'reply'>, question: (c: EngineConnection, v: DatasetVersion, signal: AbortSignal) => Promise<T>) => Promise<T>;

/** Questions to the current version of an event log. @throws Problem `not-found` where there is none, else as `onSession` does */
export function asking(parts: QuestionParts): Ask {
  return async (ctx, id, { reply }, question) => {
    const version = await parts.currentVersion(ctx, id);
    if (version === undefined) throw problem('not-found', { detail: 'There is no event log of this id, or nothing has been imported into it', value: id, wanted: 'an id of GET /event-logs with a version' });
    return onSession(parts, ctx, reply, (c, signal) => question(c, version, signal)).catch(async (error: unknown) => { throw await orDamage(error, version, id); });
  };
}

/**
 * Answers a request on a session of its own, as `inSession` does; a file that has begun may take its time.
 * @example onSession({ engine }, ctx, reply, (c, signal) => c.rows('SELECT 1 AS one', [], { signal }))
 */
export async function onSession<T>(parts: SessionParts, { actor }: Pick<Ctx, 'actor'>, reply: FastifyReply, work: SessionWork<T>): Promise<T> {
  return inSession(parts, { by: actor.id, signal: goneSignal(reply), begun: () => reply.raw.headersSent }, work);
}

/**
 * Does some work on a session of its own, which ends when the work is done or nobody waits for it.
 * @throws Problem `too-long` where nothing has begun within the time limit, which counts from the turn on; `cancelled` where `signal` says so.
 * @example inSession({ engine, seconds: 60 }, { by: 'ann', signal }, (c, signal) => c.rows('SELECT 1 AS one', [], { signal }))
 */
export async function inSession<T>({ engine, seconds = LONGEST, wanted = 'fewer cases: a filter by time leaves some out' }: SessionParts, { by, signal, begun = () => false }: Waiting, work: SessionWork<T>): Promise<T> {
  const c = await engine.connect({ by, signal });
  const late = new AbortController();
  const timer = setTimeout(() => { if (!begun()) late.abort(); }, seconds * 1000);
  try {
    return await work(c, AbortSignal.any([signal, late.signal]));
  } catch (error) {
    throw late.signal.aborted && !signal.aborted ? problem('too-long', { detail: `Working this out took longer than ${seconds} seconds`, wanted }, error) : error;
  } finally {
    clearTimeout(timer);
    c.close();
  }
}
