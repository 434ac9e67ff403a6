import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';

/**
 * Parts steps (SQL after FROM, with a WHERE) into pieces of about so many, each a condition: one after another, and each by itself ordered by
 * wait (the longest first, unknown last) and case, they are in the order of all. So what ordering them needs does not grow with the log.
 */
export async function piecesByWait(c: EngineConnection, from: string, atOnce: number, options: RunOptions = {}): Promise<string[]> {
  const bounds = await boundsOf(c, 'wait', from, atOnce, options);
  if (bounds === null) return ['true'];
  const pieces: string[] = [];
  let below = 'wait IS NOT NULL';
  for (const wait of new Set(bounds.toReversed())) {
    pieces.push(`${below} AND wait > ${wait}`);
    // Where many wait as long as each other, as by whole days, their cases part them.
    const many = bounds.indexOf(wait) !== bounds.lastIndexOf(wait);
    if (many) pieces.push(...await byCase(c, `wait = ${wait}`, from, atOnce, options));
    below = many ? `wait < ${wait}` : `wait <= ${wait}`;
  }
  return [...pieces, below, ...await byCase(c, 'wait IS NULL', from, atOnce, options)];
}

async function byCase(c: EngineConnection, condition: string, from: string, atOnce: number, options: RunOptions): Promise<string[]> {
  const bounds = [...new Set(await boundsOf(c, '"case"', `${from} AND ${condition}`, atOnce, options) ?? [])];
  const ends = ['true', ...bounds.map((k) => `"case" > ${k}`)];
  return ends.map((begins, i) => `${condition} AND ${begins}${bounds[i] === undefined ? '' : ` AND "case" <= ${bounds[i]}`}`);
}

/** Values that part a column into pieces of so many; one that stands more than once is that of a whole piece. Null where one piece is enough. */
async function boundsOf(c: EngineConnection, column: string, from: string, atOnce: number, options: RunOptions): Promise<string[] | null> {
  const [found] = await c.rows<{ n: number; known: number }>(`SELECT count(*) AS n, count(${column}) AS known FROM ${from}`, [], options);
  const pieces = Math.ceil((found?.known ?? 0) / atOnce);
  if ((found?.n ?? 0) <= atOnce) return null;
  if (pieces <= 1) return [];
  const shares = Array.from({ length: pieces - 1 }, (_, i) => (i + 1) / pieces);
  const [row] = await c.rows<{ at: string[] }>(`SELECT quantile_disc(${column}, [${shares.join(', ')}])::VARCHAR[] AS at FROM ${from}`, [], options);
  return row?.at ?? [];
}
