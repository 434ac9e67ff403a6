import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import type { Pseudonymiser } from '../../../platform/personal/index.ts';

/** What a pseudonym stands for; kept apart from the events, by whoever guards the key. */
export interface PersonalValue {
  readonly column: string;
  readonly original: string;
  readonly pseudonym: string;
}

/** Replaces the values of personal dictionary columns by pseudonyms, before anything is written. */
export async function pseudonymise(c: EngineConnection, columns: readonly string[], pseudonymOf: Pseudonymiser): Promise<PersonalValue[]> {
  const values: PersonalValue[] = [];
  for (const column of columns) {
    const rows = await c.rows<{ code: number; value: string }>('SELECT code, value FROM stage_dictionary WHERE "column" = ? ORDER BY code', [column]);
    if (rows.length === 0) continue;
    await c.run('DELETE FROM stage_dictionary WHERE "column" = ?', [column]);
    const appender = await c.appender('stage_dictionary');
    for (let i = 0; i < rows.length; i += 65_536) {
      const part = rows.slice(i, i + 65_536).map((r) => ({ code: r.code, original: r.value, pseudonym: pseudonymOf(r.value) }));
      appender.append(part.length, [{ name: 'column', data: part.map(() => column) }, { name: 'code', data: Int32Array.from(part, (p) => p.code) }, { name: 'value', data: part.map((p) => p.pseudonym) }]);
      values.push(...part.map((p) => ({ column, original: p.original, pseudonym: p.pseudonym })));
    }
    appender.close();
  }
  return values;
}
