import type { Db, Tx } from '../../platform/db/index.ts';
import type { Claim } from './model.ts';
import { recordVersion, type RecordVersion } from '../../platform/register/index.ts';
import './tables.ts';

const chunk = 500;

/** Keeps claims; one that is on record already (the same id: the same evidence and method) stays as it was first computed. */
export async function saveClaims(db: Db | Tx, claims: readonly Claim[]): Promise<void> {
  const distinct = [...new Map(claims.map((c) => [c.id, c])).values()];
  for (let i = 0; i < distinct.length; i += chunk) {
    const rows = distinct.slice(i, i + chunk).map((c) => ({ id: c.id, key: c.key, subjectKind: c.subject.kind, subjectId: c.subject.id, measure: c.measure, body: JSON.stringify(c) as unknown as Claim, computedAt: new Date(c.computedAt) }));
    await db.insertInto('claim').values(rows).onConflict((conflict) => conflict.column('id').doNothing()).execute();
  }
}

/** A claim on record by its id, or undefined. */
export async function findClaim(db: Db | Tx, id: string): Promise<Claim | undefined> {
  return (await db.selectFrom('claim').select('body').where('id', '=', id).executeTakeFirst())?.body;
}

/** The version of a record that a claim cites: by kind, id and the hash of its body; undefined where it never was in this workspace. */
export async function citedRecord(db: Db | Tx, source: Pick<Claim['sources'][number], 'id' | 'version'>): Promise<RecordVersion | undefined> {
  const [kind = '', slug = ''] = source.id.split('/', 2);
  const found = await db.selectFrom('registerVersion').select('versionId').where('kind', '=', kind).where('slug', '=', slug).where('bodyHash', '=', source.version).orderBy('recordedAt', 'desc').executeTakeFirst();
  return found === undefined ? undefined : recordVersion(db, found.versionId);
}
