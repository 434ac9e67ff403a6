import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from 'fastify-type-provider-zod';
import { problem } from '../errors/index.ts';
import { notAllowed, permits, type Ctx } from '../write/index.ts';
import { answerProblems } from './problems.ts';
import { problemSchema } from './problem-schema.ts';
import { readRequest } from './read-request.ts';
import { isFile, type AnyRoute } from './route.ts';

export interface ServerParts {
  readonly routes: readonly AnyRoute[];
  /** The context of a signed-in request, or undefined for a stranger. */
  readonly identify: (request: FastifyRequest) => Promise<Ctx | undefined>;
  /** The context that public routes run in. */
  readonly stranger: Ctx;
  readonly version: string;
  readonly logger?: FastifyBaseLogger;
  /** Addresses whose X-Forwarded-* headers are believed (CIDR); none by default. */
  readonly trustProxy?: string | undefined;
}

/** The API as a Fastify server that does not listen yet: validation, permission, problems and the OpenAPI description of every route. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    ...(parts.logger === undefined ? {} : { loggerInstance: parts.logger }),
    trustProxy: parts.trustProxy ?? false,
    bodyLimit: 4 * 1024 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 300 },
  });
  app.setValidatorCompiler(readRequest);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app);
  await app.register(multipart, { limits: { files: 1, fields: 20 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Hymnsheet', version: parts.version, description: 'Every figure of the sheet, with its evidence. Errors are RFC 9457 problems; their codes are in docs/errors.md.' },
      servers: [{ url: '/api/v1' }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'hymnsheet.session_token' }, key: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
    stripBasePath: true,
  });
  await app.register(async (api) => { for (const r of parts.routes) mount(api, r, parts); }, { prefix: '/api/v1' });
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return app;
}

function mount(api: FastifyInstance, r: AnyRoute, parts: ServerParts): void {
  api.route({
    method: r.method,
    url: r.path,
    ...(r.bodyLimit === undefined ? {} : { bodyLimit: r.bodyLimit }),
    schema: {
      operationId: r.id,
      summary: r.summary,
      tags: [r.tag],
      ...(r.params === undefined ? {} : { params: r.params }),
      ...(r.query === undefined ? {} : { querystring: r.query }),
      ...(r.body === undefined ? {} : { body: r.body }),
      ...(r.headers === undefined ? {} : { headers: r.headers.loose() }),
      ...(r.upload === true ? { consumes: ['multipart/form-data'] } : {}),
      ...(r.sets === 'public' ? {} : { security: [{ session: [] }, { key: [] }] }),
      response: { ...(isFile(r.response) ? {} : { [r.status ?? 200]: r.response }), default: problemSchema },
    },
    // Before the body is read: a stranger cannot make us parse one.
    onRequest: async (request) => { entered.set(request, await enter(r, request, parts)); },
    // Before the body is judged: what a body should have been is said to those who may send one.
    preValidation: async (request) => {
      const ctx = entered.get(request);
      const params = r.params === undefined ? { success: true, data: request.params } : r.params.safeParse(request.params);
      if (ctx === undefined || !params.success) return;
      await admitOwner(r, ctx, params.data, request.body);
      admitted.set(request, ctx);
    },
    handler: async (request, reply) => {
      const ctx = admitted.get(request);
      if (ctx === undefined) throw new Error(`${r.id} was reached without permission`);
      const answer = await r.handler(ctx, { params: request.params, query: request.query, body: request.body, request, reply });
      if (isFile(r.response)) return reply;
      return reply.status(r.status ?? 200).send(answer);
    },
  });
}

/** Who sends a request: let in at the door, and let through to its record. */
const entered = new WeakMap<FastifyRequest, Ctx>();
const admitted = new WeakMap<FastifyRequest, Ctx>();

/** The context of a request that may go on: signed in where that is needed, with a set that the route names, or to a record that may be theirs. */
async function enter(r: AnyRoute, request: FastifyRequest, parts: ServerParts): Promise<Ctx> {
  const ctx = await parts.identify(request);
  if (r.sets === 'public') return ctx ?? parts.stranger;
  if (ctx === undefined) throw problem('sign-in-needed', { detail: `${r.summary} needs somebody who is signed in`, wanted: 'a session or an API key' });
  if (r.ownerOf === undefined && !permits(ctx.actor, r.sets)) throw notAllowed(r.summary, r.sets, []);
  return ctx;
}

/** Lets through who has a set that the route names, or holds a post that owns the record in the address. */
async function admitOwner(r: AnyRoute, ctx: Ctx, params: unknown, body: unknown): Promise<void> {
  if (r.sets === 'public' || permits(ctx.actor, r.sets)) return;
  const owners = r.ownerOf === undefined ? [] : await r.ownerOf(ctx, params, body);
  if (!permits(ctx.actor, r.sets, owners)) throw notAllowed(r.summary, r.sets, owners);
}
