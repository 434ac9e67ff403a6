import { z } from 'zod';
import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { goneSignal, type RouteInput } from '../../platform/http/index.ts';
import type { Ctx } from '../../platform/write/index.ts';
import type { QuestionEngine } from './questions/index.ts';
import type { DatasetVersion } from './versions/index.ts';

/** What questions are answered from. */
export interface QuestionParts {
  readonly engine: QuestionEngine;
  /** The current version of an event log; undefined where there is no such log or it has no data yet. */
  readonly currentVersion: (ctx: Ctx, eventLog: string) => Promise<DatasetVersion | undefined>;
  /** Seconds that an answer may take to begin. */
  readonly seconds?: number;
}

/** Longer than this nobody waits before a page, in seconds; a file that has begun may take its time. */
const LONGEST = 120;

export const idParams = z.object({ id: z.string().max(200) });
export const tag = 'event logs';

/** Asks the current version of an event log on a session of its own, which ends when the answer is there or nobody waits for it. */
export type Ask = <T>(ctx: Ctx, id: string, input: Pick<RouteInput<unknown, unknown, unknown>, 'reply'>, question: (c: EngineConnection, v: DatasetVersion, signal: AbortSignal) => Promise<T>) => Promise<T>;

export function asking(parts: QuestionParts): Ask {
  return async (ctx, id, { reply }, question) => {
    const version = await parts.currentVersion(ctx, id);
    if (version === undefined) throw problem('not-found', { detail: 'There is no event log of this id, or nothing has been imported into it', value: id, wanted: 'an id of GET /event-logs with a version' });
    const gone = goneSignal(reply);
    const c = await parts.engine.connect({ by: ctx.actor.id, signal: gone });
    const late = new AbortController();
    const timer = setTimeout(() => { if (!reply.raw.headersSent) late.abort(); }, (parts.seconds ?? LONGEST) * 1000);
    try {
      return await question(c, version, AbortSignal.any([gone, late.signal]));
    } catch (error) {
      throw late.signal.aborted && !gone.aborted ? problem('too-long', { detail: `Working this out took longer than ${parts.seconds ?? LONGEST} seconds`, wanted: 'fewer cases: a filter by time leaves some out' }, error) : error;
    } finally {
      clearTimeout(timer);
      c.close();
    }
  };
}
