import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Ctx, PermissionSet } from '../write/index.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A reply that is not JSON: a file, a stream, or a page; the route writes it to `reply` itself. */
export interface FileReply {
  readonly file: string;
  readonly description: string;
}

type Read<S> = S extends z.ZodType ? z.output<S> : undefined;

export interface RouteInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * One endpoint of /api/v1: its words, who may call it, its shapes and its handler. Routes translate; they hold no rule and no SQL.
 * `sets`: who may call it whoever owns the record; `public` needs no sign-in. `ownerOf` gives the posts that own the record named in
 * the address (and its parents): their holders may call it as well. It is given the body as it came, not yet judged: a new record lies
 * under those that its body names.
 */
export interface Route<P extends z.ZodType | undefined = z.ZodType | undefined, Q extends z.ZodType | undefined = z.ZodType | undefined, B extends z.ZodType | undefined = z.ZodType | undefined, R extends z.ZodType | FileReply = z.ZodType | FileReply> {
  readonly method: Method;
  /** Below /api/v1, parameters as `:id`. */
  readonly path: string;
  /** The stable name of the operation in the API description, camelCase: `listServices`. */
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  readonly sets: readonly PermissionSet[] | 'public';
  readonly ownerOf?: (ctx: Ctx, params: Read<P>, body: unknown) => Promise<readonly string[]>;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Headers that the operation reads, by their lower-case names; others pass. */
  readonly headers?: z.ZodObject;
  readonly response: R;
  /** The body is a multipart upload that the handler streams; size limits are the handler's. */
  readonly upload?: boolean;
  /** Bytes that a JSON body may have, where 4 MiB are not enough. */
  readonly bodyLimit?: number;
  /** The success status where it is not 200. */
  readonly status?: 201 | 202;
  readonly handler: (ctx: Ctx, input: RouteInput<Read<P>, Read<Q>, Read<B>>) => Promise<R extends z.ZodType ? z.input<R> : void>;
}

/** A route with its handler typed from its shapes, widened so that routes of many shapes make one list. */
export function route<P extends z.ZodType | undefined, Q extends z.ZodType | undefined, B extends z.ZodType | undefined, R extends z.ZodType | FileReply>(r: Route<P, Q, B, R>): AnyRoute {
  return r as unknown as AnyRoute;
}

/** A route whose shapes are known only at run time. */
export interface AnyRoute extends Omit<Route, 'handler' | 'ownerOf'> {
  readonly ownerOf?: (ctx: Ctx, params: unknown, body: unknown) => Promise<readonly string[]>;
  readonly handler: (ctx: Ctx, input: RouteInput<unknown, unknown, unknown>) => Promise<unknown>;
}

/** Whether a response is a file and not JSON. */
export function isFile(response: z.ZodType | FileReply): response is FileReply {
  return 'file' in response;
}
