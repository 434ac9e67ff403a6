import { readOffset, route, writeCursor, type AnyRoute } from '../http/index.ts';
import { anySet } from '../write/index.ts';
import { printHead } from './model.ts';
import { auditPage, auditQuery, auditVerificationSchema, headSchema, verifyInput } from './schemas.ts';
import { head, listEntries, type AuditRow } from './store.ts';
import { verifyAudit } from './verify.ts';

const tag = 'audit';
const sets = ['administrator'] as const;

/** The audit: its entries, its head and its check. `namesOf` says who acts under an id. */
export function auditRoutes({ namesOf }: { namesOf: (ids: readonly string[]) => Promise<Map<string, string>> }): AnyRoute[] {
  return [
    route({
      method: 'GET', path: '/audit', id: 'listAudit', summary: 'Audit entries, newest first, also of one subject or one actor', tag, sets, query: auditQuery, response: auditPage,
      handler: async ({ db }, { query: { limit, cursor, ...filter } }) => {
        const { items, total } = await listEntries(db, filter, { limit, before: cursor === undefined ? undefined : readOffset(cursor) });
        const names = await namesOf([...new Set(items.filter((e) => e.actorKind === 'person' || e.actorKind === 'key').map((e) => e.actorId))]);
        const last = items.at(-1);
        return { items: items.map((e) => entryOut(e, names)), total, next: last === undefined || items.length < limit ? null : writeCursor([last.id]) };
      },
    }),
    route({
      method: 'GET', path: '/audit/head', id: 'getAuditHead', summary: 'Length and hash of the audit chain, to print beside a figure or keep elsewhere', tag, sets: anySet, response: headSchema,
      handler: async ({ db }) => { const now = await head(db); return { ...now, head: printHead(now) }; },
    }),
    route({
      method: 'POST', path: '/audit/verify', id: 'verifyAudit', summary: 'Check the whole audit chain, also against a head printed earlier', tag, sets, body: verifyInput, response: auditVerificationSchema,
      handler: async ({ db }, { body }) => { const { findings, ...rest } = await verifyAudit(db, body); return { ...rest, findings: [...findings] }; },
    }),
  ];
}

const ownName = (e: AuditRow): string | null => (e.actorKind === 'operator' || e.actorKind === 'system' ? e.actorId : null);

function entryOut(e: AuditRow, names: ReadonlyMap<string, string>) {
  return {
    id: e.id, at: e.at.toISOString(), actor: { kind: e.actorKind, id: e.actorId, name: names.get(e.actorId) ?? ownName(e) },
    action: e.action, subject: { kind: e.subjectKind, id: e.subjectId }, detail: e.detail, seal: e.seq,
  };
}
