import type { AnyKind, Kinds } from '../register/index.ts';
import { writtenSchema } from './fields.ts';

/** File name of the JSON Schema of a kind's YAML file: `services.schema.json`. */
export function schemaName(kind: AnyKind): string {
  return kind.file.replace(/\.[a-z]+$/, '.schema.json');
}

/** JSON Schemas (draft 7, which editors know best) of the YAML files of a company folder, by file name. */
export function generateSchemas(kinds: Kinds): Record<string, object> {
  return Object.fromEntries(kinds.all.filter((k) => k.shape !== 'table').map((kind) => [schemaName(kind), fileSchema(kind)]));
}

function fileSchema(kind: AnyKind): object {
  const record = writtenSchema(kind) as { properties?: Record<string, unknown>; required?: string[] };
  const head = { $schema: 'http://json-schema.org/draft-07/schema#', title: `Hymnsheet ${kind.file}`, description: kind.description };
  if (kind.shape === 'single') return { ...head, ...record, description: kind.description };
  const id = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64, description: `Id of the ${kind.name}; never reused` };
  return {
    ...head,
    definitions: { record, recordWithId: { ...record, properties: { id, ...record.properties }, required: ['id', ...(record.required ?? [])] } },
    anyOf: [
      { type: 'object', propertyNames: { pattern: id.pattern, maxLength: id.maxLength }, additionalProperties: { $ref: '#/definitions/record' } },
      { type: 'array', items: { $ref: '#/definitions/recordWithId' } },
      { $ref: '#/definitions/recordWithId' },
    ],
  };
}
