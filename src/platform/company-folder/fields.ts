import { z } from 'zod';
import type { AnyKind } from '../register/index.ts';

const schemas = new WeakMap<AnyKind, Record<string, unknown>>();

/** The JSON Schema of a kind's body as people write it, without `$schema`; worked out once. */
export function writtenSchema(kind: AnyKind): Record<string, unknown> {
  const known = schemas.get(kind);
  if (known !== undefined) return known;
  const { $schema: _, ...schema } = z.toJSONSchema(kind.schema, { io: 'input', target: 'draft-7' }) as Record<string, unknown>;
  schemas.set(kind, schema);
  return schema;
}

/** The columns of a table's kind: `id` first, then its fields in order, and which of them are lists. */
export function columnsOf(kind: AnyKind): { name: string; list: boolean; required: boolean }[] {
  const { properties = {}, required = [] } = writtenSchema(kind) as { properties?: Record<string, { type?: string }>; required?: string[] };
  return [{ name: 'id', list: false, required: true }, ...Object.entries(properties).map(([name, p]) => ({ name, list: p.type === 'array', required: required.includes(name) }))];
}
