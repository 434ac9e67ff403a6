import { createHmac } from 'node:crypto';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';

/** What a pseudonym stands for; kept apart from the events, by whoever guards the key. */
export interface PersonalValue {
  readonly column: string;
  readonly original: string;
  readonly pseudonym: string;
}

/**
 * The pseudonym of a value: the first 80 bits of its HMAC-SHA256, so that equal values stay equal and none can be found without the key.
 * @example pseudonymOf('key', 'Pete') // 'p-' and 20 hex digits
 */
export function pseudonymOf(key: string | Uint8Array, original: string): string {
  return `p-${createHmac('sha256', key).update(original).digest('hex').slice(0, 20)}`;
}

/** Replaces the values of personal dictionary columns by pseudonyms, before anything is written. */
export async function pseudonymise(c: EngineConnection, columns: readonly string[], key: string | Uint8Array): Promise<PersonalValue[]> {
  const values: PersonalValue[] = [];
  for (const column of columns) {
    const rows = await c.rows<{ code: number; value: string }>('SELECT code, value FROM stage_dictionary WHERE "column" = ? ORDER BY code', [column]);
    if (rows.length === 0) continue;
    await c.run('DELETE FROM stage_dictionary WHERE "column" = ?', [column]);
    const appender = await c.appender('stage_dictionary');
    for (let i = 0; i < rows.length; i += 65_536) {
      const part = rows.slice(i, i + 65_536).map((r) => ({ code: r.code, original: r.value, pseudonym: pseudonymOf(key, r.value) }));
      appender.append(part.length, [{ name: 'column', data: part.map(() => column) }, { name: 'code', data: Int32Array.from(part, (p) => p.code) }, { name: 'value', data: part.map((p) => p.pseudonym) }]);
      values.push(...part.map((p) => ({ column, original: p.original, pseudonym: p.pseudonym })));
    }
    appender.close();
  }
  return values;
}
