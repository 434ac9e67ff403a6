import { z } from 'zod';
import { instantField } from './fields/index.ts';
import type { AnyKind } from './model.ts';

const instant = z.iso.datetime({ offset: true });
const source = z.union([z.object({ typedBy: z.object({ kind: z.string(), id: z.string() }) }), z.object({ file: z.string(), sha256: z.string() })]).describe('Typed by whom, or the file and the SHA-256 of its bytes');

/** A body as it is stored, described by its kind's schema and sent as it is: what is stored was checked when it was written. */
function storedBody(kind: AnyKind): z.ZodType<unknown> {
  const { $schema: _, ...described } = z.toJSONSchema(kind.schema, { io: 'output' }) as Record<string, unknown>;
  return z.unknown().meta(described);
}

function versionShape(kind: AnyKind) {
  return {
    version: z.string().describe('The version that claims cite and a change names as `expected`'),
    body: storedBody(kind),
    validFrom: instant.nullable().describe('Null: since ever'),
    validTo: instant.nullable(),
    recordedAt: instant,
    supersededAt: instant.nullable().describe('When it was found wrong and corrected'),
    recordedBy: z.object({ kind: z.string(), id: z.string() }),
    source,
  };
}

/** A record with the version that holds. */
export function recordSchema(kind: AnyKind) {
  return z.object({ id: z.string(), name: z.string(), ...versionShape(kind) });
}

/** A record with every version, newest first, and what refers to it. */
export function recordDetailSchema(kind: AnyKind) {
  return recordSchema(kind).extend({
    history: z.array(z.object(versionShape(kind))),
    neededBy: z.array(z.object({ kind: z.string(), id: z.string() })).describe('Records that refer to it'),
  });
}

/** What a change sends: the body, the version it starts from (null: a new record), and since when things are so (absent: a correction). */
export function putSchema(kind: AnyKind) {
  return z.strictObject({
    body: kind.schema,
    expected: z.uuid().nullable().describe('The version that is changed; null: a new record'),
    from: instantField.optional().describe('Things changed from then on; absent: what was recorded was wrong'),
  });
}

export const retireSchema = z.strictObject({ expected: z.uuid() });
