import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isResponseSerializationError } from 'fastify-type-provider-zod';
import { Problem, problem, type ProblemCode } from '../errors/index.ts';

/** Every failure leaves as RFC 9457; what we did not foresee leaves as `internal` with a reference to the log, and nothing else. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => send(reply, asProblem(error, request)));
  app.setNotFoundHandler((request, reply) => send(reply, problem('not-found', { detail: 'There is nothing at this address', value: `${request.method} ${request.url}`, wanted: 'an address of /api/v1/openapi.json' })));
}

/** Seconds after which to ask again, where waiting helps. */
const retryAfter: Partial<Record<ProblemCode, number>> = { 'busy': 5, 'database-unreachable': 10 };

function send(reply: FastifyReply, p: Problem): FastifyReply {
  const wait = retryAfter[p.code];
  if (wait !== undefined) void reply.header('retry-after', wait);
  return reply.status(p.status).type('application/problem+json').send(JSON.stringify(p));
}

/** What PostgreSQL says of a value that is none of its type: a zero character or half a character in a text, a cursor that was made up. */
const unstorable = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05']);

/** What PostgreSQL, or the way to it, says while it stops, recovers or is gone: the request may be sent again. */
const unreachable = (error: { code?: string; message?: string }): boolean => /^(?:08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(error.code ?? '') && !isFileError(error)
  || /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(error.message ?? '');

/** A file that is not there is no connection that is not there. */
const isFileError = (error: object): boolean => 'path' in error && !('address' in error) && (error as { syscall?: string }).syscall !== 'connect';

function asProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (!isResponseSerializationError(error) && error.statusCode !== undefined && error.statusCode < 500) {
    return problem(error.statusCode === 413 ? 'too-large' : 'bad-input', { detail: error.message });
  }
  if (unstorable.has((error as { code?: string }).code ?? '')) {
    request.log.warn({ err: error }, 'the database cannot hold or read a value of a request');
    return problem('bad-input', { detail: 'The request has a value that cannot be stored or looked for', wanted: 'text without zero characters, and cursors as they were given' });
  }
  if (unreachable(error as { code?: string })) {
    request.log.warn({ err: error }, 'the database could not be reached for a request');
    return problem('database-unreachable', { detail: 'The database cannot be reached just now; whether a change was stored is not known', wanted: 'the same again in a few seconds' });
  }
  const reference = randomUUID();
  request.log.error({ err: error, reference }, 'unforeseen error');
  return problem('internal', { detail: `Something broke on our side; the server's log has it under ${reference}` });
}
