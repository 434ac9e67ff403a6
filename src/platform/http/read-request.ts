import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { problems, readDocument, type Fault } from '../errors/index.ts';

/** What the parts of a request are called. */
const parts: Readonly<Record<string, string>> = { body: 'The body', querystring: 'The query', params: 'The address', headers: 'The headers' };

/** Faults that are told one by one; of the rest their number. */
const mostTold = 50;

/** Reads a part of a request by its schema; what is wrong is told as field, value and what was wanted. */
export const readRequest: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart = 'body' }) => (raw: unknown) => {
  const read = readDocument(schema, raw, parts[httpPart] ?? httpPart);
  return 'data' in read ? { value: read.data } : { error: refusal(httpPart, read.faults) };
};

function refusal(part: string, faults: readonly Fault[]): Error {
  const told = faults.slice(0, mostTold).map(({ path, detail, value, wanted }) => ({ detail, ...(value === undefined ? {} : { value }), wanted, at: { path: [part, ...path].join('.') } }));
  return problems('bad-input', faults.length > mostTold ? [...told, { detail: `${faults.length - mostTold} more faults are not listed`, at: { path: part } }] : told);
}
