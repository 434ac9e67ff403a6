import { createHash } from 'node:crypto';
import type { ProblemDetail } from '../errors/index.ts';
import { aRecord, codeField, codeWanted, readBody, recordWords, singleId, slugField, slugWanted, type AnyKind } from '../register/index.ts';
import { decodeText } from './decode.ts';
import { limits, type Folder, type FolderFile, type LocatedRecord, type RawRecord } from './model.ts';
import { tableRecords } from './tables.ts';
import { parseYaml, type YamlDocument } from './yaml.ts';

/**
 * Reads the files of a company folder: every record with the place of its fields, and every fault of every file, not just the first.
 * References and checks across records are the plan's.
 */
export function readFolder(files: readonly FolderFile[], kinds: readonly AnyKind[]): Folder {
  const records: LocatedRecord[] = [];
  const errors: ProblemDetail[] = [];
  const named = new Set<string>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const kind = kindOf(file.path, kinds);
    if (kind === undefined) {
      errors.push(...strayFile(file.path, kinds));
      continue;
    }
    named.add(kind.name);
    const read = readFile(kind, file);
    records.push(...read.records);
    errors.push(...read.errors);
  }
  errors.push(...repeatedIds(records));
  return { records, kinds: named, errors };
}

/** The same, with what would take its kind long looked at in a thread first. */
export async function readFolderAhead(files: readonly FolderFile[], kinds: readonly AnyKind[]): Promise<Folder> {
  for (const file of files) {
    const kind = kindOf(file.path, kinds);
    if (kind?.readAhead !== undefined) for (const { raw } of recordsIn(kind, file).records) await kind.readAhead(raw);
  }
  return readFolder(files, kinds);
}

const nameOf = (kind: AnyKind) => kind.file.slice(0, kind.file.lastIndexOf('.'));
const endingOf = (kind: AnyKind) => kind.file.slice(kind.file.lastIndexOf('.'));

/** The kind that a path holds: `services.yaml`, or a file directly in `services/`. */
export function kindOf(path: string, kinds: readonly AnyKind[]): AnyKind | undefined {
  return kinds.find((k) => path === k.file || (k.shape !== 'single' && path.startsWith(`${nameOf(k)}/`) && path.endsWith(endingOf(k)) && !path.slice(nameOf(k).length + 1).includes('/')));
}

/** A YAML file that no kind claims is a slip of the pen, not a file to skip in silence. Other files may lie in the folder. */
function strayFile(path: string, kinds: readonly AnyKind[]): ProblemDetail[] {
  if (!/\.ya?ml$/i.test(path) || path.split('/').some((part) => part.startsWith('.'))) return [];
  return [{ detail: 'No kind of record is kept in this file', value: path, wanted: `one of: ${kinds.map((k) => k.file).join(', ')}, or a file in a folder such as services/`, at: { file: path } }];
}

/** The records of a file as they are written, and what keeps the file from being read. */
function recordsIn(kind: AnyKind, { path: file, bytes }: FolderFile): { records: RawRecord[]; errors: ProblemDetail[] } {
  const most = kind.shape === 'table' ? limits.tableBytes : limits.yamlBytes;
  if (bytes.length > most) return { records: [], errors: [tooLarge(file, bytes.length, most)] };
  const decoded = decodeText(file, bytes);
  if ('error' in decoded) return { records: [], errors: [decoded.error] };
  return kind.shape === 'table' ? tableRecords(kind, file, decoded.text) : yamlRecords(kind, file, decoded.text);
}

function readFile(kind: AnyKind, { path: file, bytes }: FolderFile): { records: LocatedRecord[]; errors: ProblemDetail[] } {
  const found = recordsIn(kind, { path: file, bytes });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const records: LocatedRecord[] = [];
  const errors = [...found.errors];
  for (const raw of found.records) {
    const id = readId(kind, raw, errors);
    const read = readBody(kind, raw.raw);
    if ('faults' in read) {
      const words = id === undefined ? '' : `${recordWords(kind, id)}: `;
      errors.push(...read.faults.map((f) => ({ detail: `${words}${f.detail}`, ...(f.value === undefined ? {} : { value: f.value }), wanted: f.wanted, at: raw.place(f.path, f.unknownField) })));
    } else if (id !== undefined) records.push({ kind, id, body: read.body, file, sha256, place: raw.place });
  }
  return { records, errors };
}

/** The fault of a file larger than `most` bytes. */
export function tooLarge(file: string, bytes: number, most: number): ProblemDetail {
  return { detail: 'The file is too large', value: `${(bytes / 2 ** 20).toFixed(1)} MiB`, wanted: `at most ${most / 2 ** 20} MiB; split it into a folder of files`, at: { file } };
}

function readId(kind: AnyKind, { id, idPlace }: RawRecord, errors: ProblemDetail[]): string | undefined {
  const wanted = kind.ids === 'slug' ? slugWanted : codeWanted;
  if (id === undefined || id === null) {
    errors.push({ detail: `A ${kind.name} has no id`, wanted, at: idPlace });
    return undefined;
  }
  const parsed = (kind.ids === 'slug' ? slugField : codeField).safeParse(id);
  if (parsed.success) return parsed.data;
  const quotes = typeof id === 'string' ? '' : ', in quotes';
  errors.push({ detail: `The id of ${aRecord(kind)} is not valid`, value: String(typeof id === 'object' ? JSON.stringify(id) : id), wanted: `${parsed.error.issues[0]?.message ?? wanted}${quotes}`, at: idPlace });
  return undefined;
}

function yamlRecords(kind: AnyKind, file: string, text: string): { records: RawRecord[]; errors: ProblemDetail[] } {
  const { document, errors } = parseYaml(file, text);
  if (document === undefined) return { records: [], errors };
  const { value } = document;
  const at = { file, line: 1 };
  if (kind.shape === 'single') {
    if (!isFields(value)) return { records: [], errors: [{ detail: `The ${kind.plural} are missing`, wanted: 'fields with values', at }] };
    return { records: [rawRecord(document, [], singleId(kind), value)], errors };
  }
  if (value === undefined || value === null) return { records: [], errors };
  if (Array.isArray(value)) return { records: value.map((item, i) => listed(document, [i], item)), errors };
  if (!isFields(value)) return { records: [], errors: [{ detail: `The file holds no ${kind.plural}`, value: String(value), wanted: `a list of ${kind.plural} with ids, or ${kind.plural} by id`, at }] };
  if ('id' in value && !isFields(value['id'])) return { records: [listed(document, [], value)], errors };
  return { records: Object.entries(value).map(([id, item]) => rawRecord(document, [id], id, item)), errors };
}

/** A record that carries its own id. */
function listed(document: YamlDocument, path: readonly (string | number)[], item: unknown): RawRecord {
  if (!isFields(item)) return rawRecord(document, path, undefined, item);
  const { id, ...raw } = item;
  return { ...rawRecord(document, path, id, raw), idPlace: document.place([...path, 'id']) };
}

function rawRecord(document: YamlDocument, path: readonly (string | number)[], id: unknown, raw: unknown): RawRecord {
  return { id, raw: raw ?? {}, idPlace: document.keyPlace(path), place: (inner = [], ofKey = false) => (inner.length === 0 || ofKey ? document.keyPlace([...path, ...inner]) : document.place([...path, ...inner])) };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function repeatedIds(records: readonly LocatedRecord[]): ProblemDetail[] {
  const first = new Map<string, LocatedRecord>();
  return records.flatMap((r) => {
    const key = `${r.kind.name} ${r.id}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, r);
    const where = other?.place();
    return other === undefined ? [] : [{ detail: `Another ${r.kind.name} has this id, at ${where?.file}:${where?.line}`, value: r.id, wanted: `one ${r.kind.name} an id`, at: r.place() }];
  });
}
