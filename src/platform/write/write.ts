import type { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import type { AuditNote } from '../audit/model.ts';
import { recordAudit } from '../audit/store.ts';
import type { Db, Tx } from '../db/index.ts';
import { problem, problems, readDocument } from '../errors/index.ts';
import { permits, type Actor, type PermissionSet } from './actor.ts';

/** What every verb is given: the records, the clock and who acts. */
export interface Ctx {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
}

/** The same inside the one transaction of a write. */
export interface WriteCtx extends Omit<Ctx, 'db'> {
  readonly tx: Tx;
}

export interface WriteSpec<I, O> {
  /** Named `subject.verb`; also the action in the audit. */
  readonly name: string;
  readonly input: z.ZodType<I>;
  readonly sets: readonly PermissionSet[];
  /** The posts that own the record and its parents; absent where a record has no owner. */
  readonly ownerOf?: (ctx: WriteCtx, input: I) => Promise<readonly string[]>;
  readonly run: (ctx: WriteCtx, input: I) => Promise<{ result: O; audit: readonly AuditNote[] }>;
}

/**
 * A write that cannot forget: parses its input, opens the transaction, checks the permission on the record as it is in it, runs, and
 * writes the audit entries in the same transaction.
 * @throws Problem `bad-input`, `not-allowed`, or what `run` throws; nothing is written then.
 */
export function defineWrite<I, O>(spec: WriteSpec<I, O>): (ctx: Ctx, input: unknown) => Promise<O> {
  return async (ctx, raw) => {
    const input = parse(spec.input, raw);
    return ctx.db.transaction().execute(async (tx) => {
      const inside: WriteCtx = { tx, clock: ctx.clock, actor: ctx.actor };
      const owners = spec.ownerOf === undefined ? [] : await spec.ownerOf(inside, input);
      if (!permits(ctx.actor, spec.sets, owners)) throw notAllowed(spec.name, spec.sets, owners);
      const { result, audit } = await spec.run(inside, input);
      if (audit.length === 0) throw new Error(`${spec.name} wrote no audit entry`);
      await recordAudit(tx, ctx.actor, ctx.clock.now(), audit);
      return result;
    });
  };
}

/** Parses `raw` or throws a Problem with one error for each issue, its path as `a.b[0]`. */
export function parse<T>(schema: z.ZodType<T>, raw: unknown): T {
  const read = readDocument(schema, raw, 'The input');
  if ('data' in read) return read.data;
  throw problems('bad-input', read.faults.map(({ path, detail, value, wanted }) => ({ detail, ...(value === undefined ? {} : { value }), wanted, at: { path: pathText(path) } })));
}

/** A path of keys and indexes as `a.b[0]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map((p, i) => (typeof p === 'number' ? `[${p}]` : i === 0 ? String(p) : `.${String(p)}`)).join('');
}

/** The problem of an actor who has none of `sets` and holds none of `owners`. */
export function notAllowed(what: string, sets: readonly PermissionSet[], owners: readonly string[]): Error {
  const wanted = [...sets.map((s) => `the set ${s}`), ...owners.map((o) => `the post ${o}`)].join(' or ');
  return problem('not-allowed', { detail: `${what} is not yours to do`, wanted: wanted === '' ? 'nobody may do this' : wanted });
}
