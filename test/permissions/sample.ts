import { z } from 'zod';

type Schema = Record<string, unknown>;
/** Texts of the forms that our shapes ask for; the first that a pattern takes is used. */
const texts = ['walk', 'walk@example.org', '00000000-0000-4000-8000-000000000000', '2099-01-05T00:00:00Z', '2099-01-05', 'p-0000000000000000', '0'.repeat(64), 'd2Fsaw==', 'Europe/Berlin', 'EUR', 'PT1H', '4 h', 'walk'.repeat(8), 'tau'];

/** A small value that a shape accepts, or undefined where none was found. */
export function sample(shape: z.ZodType): unknown {
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
  const value = valueOf(schema, (schema['$defs'] ?? {}) as Record<string, Schema>);
  return shape.safeParse(value).success ? value : undefined;
}

function valueOf(schema: Schema, defs: Record<string, Schema>): unknown {
  if (typeof schema['$ref'] === 'string') return valueOf(defs[schema['$ref'].split('/').at(-1) ?? ''] ?? {}, {});
  if ('const' in schema) return schema['const'];
  if ('default' in schema) return schema['default'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const any = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(any)) return valueOf(any[0] as Schema, defs);
  if (Array.isArray(schema['allOf'])) return Object.assign({}, ...schema['allOf'].map((s: Schema) => valueOf(s, defs)));
  return ofType(schema, defs);
}

function ofType(schema: Schema, defs: Record<string, Schema>): unknown {
  switch (schema['type']) {
    case 'object': {
      const required = new Set((schema['required'] ?? []) as string[]);
      return Object.fromEntries(Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).filter(([name]) => required.has(name)).map(([name, s]) => [name, valueOf(s, defs)]));
    }
    case 'array': return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => valueOf((schema['items'] ?? {}) as Schema, defs));
    case 'integer': case 'number': return Number(schema['minimum'] ?? schema['exclusiveMinimum'] ?? 0) + (schema['exclusiveMinimum'] === undefined ? 0 : 1);
    case 'boolean': return true;
    case 'null': return null;
    case 'string': return text(schema);
    default: return {};
  }
}

function text({ pattern, minLength, maxLength, format }: Schema): string {
  const fits = (t: string) => (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(t)) && t.length >= Number(minLength ?? 0) && t.length <= Number(maxLength ?? Infinity);
  const byFormat: Record<string, string> = { email: 'walk@example.org', uuid: '00000000-0000-4000-8000-000000000000', 'date-time': '2099-01-05T00:00:00Z', date: '2099-01-05' };
  return byFormat[String(format)] ?? texts.find(fits) ?? 'walk';
}
