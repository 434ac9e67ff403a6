import { Document, isScalar, isSeq, visit } from 'yaml';
import { singleId, writeDuration, writeMoney, writeShare, type AnyKind, type Money, type Share } from '../register/index.ts';
import { writeCell } from './csv.ts';
import { columnsOf, writtenSchema } from './fields.ts';
import { schemaName } from './json-schema.ts';

/** A record to be written. */
export interface WritableRecord {
  readonly kind: string;
  readonly id: string;
  readonly body: unknown;
}

/** The files of a company folder that say exactly `records`: one file a kind, ids in order, fields in the order of their kind. */
export function writeFolder(records: readonly WritableRecord[], kinds: readonly AnyKind[]): { path: string; text: string }[] {
  return kinds.flatMap((kind) => {
    const own = records.filter((r) => r.kind === kind.name).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (own.length === 0) return [];
    return [{ path: kind.file, text: kind.shape === 'table' ? table(kind, own) : yaml(kind, own) }];
  });
}

function yaml(kind: AnyKind, records: readonly WritableRecord[]): string {
  const bodies = Object.fromEntries(records.map((r) => [r.id, writtenBody(kind, r.body)]));
  const doc = new Document(kind.shape === 'single' ? bodies[singleId(kind)] : bodies, { aliasDuplicateObjects: false, version: '1.2' });
  visit(doc, {
    Seq: (_, node) => {
      if (isSeq(node) && node.items.length > 0 && node.items.every((i) => isScalar(i) && String(i.value).length < 40) && node.items.length <= 8) node.flow = true;
    },
  });
  return `# yaml-language-server: $schema=schemas/${schemaName(kind)}\n# ${kind.description}.\n${doc.toString({ lineWidth: 120, flowCollectionPadding: false })}`;
}

/** A body as people write it; parsing puts the fields in the kind's order. */
export function writtenBody(kind: AnyKind, body: unknown): unknown {
  return written(kind.schema.parse(body), writtenSchema(kind));
}

type JsonSchema = { properties?: Record<string, JsonSchema>; items?: JsonSchema; default?: unknown };

function written(value: unknown, schema: JsonSchema | undefined): unknown {
  if (Array.isArray(value)) return value.map((v) => written(v, schema?.items));
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).sort().join();
  if (keys === 'seconds') return writeDuration((value as { seconds: number }).seconds);
  if (keys === 'percent') return writeShare(value as Share);
  if (keys === 'amount,currency') return writeMoney(value as Money);
  const fields = Object.entries(value).filter(([name, v]) => v !== undefined && !isDefault(v, schema?.properties?.[name]));
  return Object.fromEntries(fields.map(([name, v]) => [name, written(v, schema?.properties?.[name])]));
}

/** An empty list that an absent field would give as well. */
function isDefault(value: unknown, schema: JsonSchema | undefined): boolean {
  return Array.isArray(value) && value.length === 0 && Array.isArray(schema?.default) && schema.default.length === 0;
}

function table(kind: AnyKind, records: readonly WritableRecord[]): string {
  const columns = columnsOf(kind);
  const rows = records.map(({ id, body }) => {
    const fields = { ...(writtenBody(kind, body) as Record<string, unknown>), id };
    return columns.map(({ name }) => cellText((fields as Record<string, unknown>)[name])).map(writeCell).join(',');
  });
  return `${[columns.map((c) => c.name).join(','), ...rows].join('\n')}\n`;
}

function cellText(value: unknown): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join(';') : String(value);
}
