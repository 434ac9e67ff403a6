import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

interface PseudonymTable {
  eventLog: string;
  pseudonym: string;
  original: string;
  recordedAt: Date;
}

declare module '../db/tables.ts' {
  interface Tables {
    'personal.pseudonym': PseudonymTable;
    'personal.erased': { pseudonym: string; erasedAt: Date };
  }
}

export interface PseudonymRow {
  readonly pseudonym: string;
  readonly original: string;
}

/** Keeps who stands behind the pseudonyms of a log, in the transaction that publishes it; those known stay, those erased stay erased. */
export async function rememberPseudonyms(tx: Tx, eventLog: string, rows: readonly PseudonymRow[], at: Date): Promise<void> {
  for (let i = 0; i < rows.length; i += 5000) {
    const part = rows.slice(i, i + 5000);
    await sql`
      insert into personal.pseudonym (event_log, pseudonym, original, recorded_at)
      select ${eventLog}, r.pseudonym, r.original, ${at} from unnest(${part.map((r) => r.pseudonym)}::text[], ${part.map((r) => r.original)}::text[]) as r (pseudonym, original)
      where not exists (select from personal.erased e where e.pseudonym = r.pseudonym)
      on conflict do nothing`.execute(tx);
  }
}

/** Keeps who stands behind the pseudonyms of one log for another that has the same people, in the transaction that publishes it. */
export async function sharePseudonyms(tx: Tx, from: string, to: string, at: Date): Promise<void> {
  await sql`insert into personal.pseudonym (event_log, pseudonym, original, recorded_at) select ${to}, pseudonym, original, ${at} from personal.pseudonym where event_log = ${from} on conflict do nothing`.execute(tx);
}

export async function originalOf(tx: Tx, eventLog: string, pseudonym: string): Promise<string | null> {
  const row = await tx.selectFrom('personal.pseudonym').select('original').where('eventLog', '=', eventLog).where('pseudonym', '=', pseudonym).executeTakeFirst();
  return row?.original ?? null;
}

/** Deletes the key rows of these names in every log, whatever their case, and remembers the pseudonyms as erased; resolves with the rows deleted. */
export async function eraseOriginals(tx: Tx, originals: readonly string[], also: readonly string[], at: Date): Promise<number> {
  const { rows } = await sql<{ pseudonym: string }>`
    delete from personal.pseudonym where lower(original) = any(${originals.map((o) => o.toLowerCase())}::text[]) or pseudonym = any(${also}::text[]) returning pseudonym`.execute(tx);
  const erased = [...new Set([...rows.map((r) => r.pseudonym), ...also])];
  await sql`insert into personal.erased (pseudonym, erased_at) select unnest(${erased}::text[]), ${at} on conflict do nothing`.execute(tx);
  return rows.length;
}

/** Deletes the key rows of a log's pseudonyms that are not among `kept`: their cases are gone. Resolves with the rows deleted. */
export async function keepOnlyPseudonyms(tx: Tx, eventLog: string, kept: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`delete from personal.pseudonym where event_log = ${eventLog} and not (pseudonym = any(${[...kept]}::text[]))`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
