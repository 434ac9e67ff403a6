import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { instantSql } from '../../clock/index.ts';
import type { Among } from '../../event-logs/questions/index.ts';
import type { DatasetVersion } from '../../event-logs/versions/index.ts';
import { type CaseTimesQuestion, withCaseTimes } from '../case-times.ts';

/** The figures of a day or a week in cases over time. */
export const countedAs = ['started', 'completed', 'by-silence', 'active', 'in-progress'] as const;

/** The cases that one of these figures counts; instants in ISO 8601. */
export interface Counted {
  readonly counted: (typeof countedAs)[number];
  readonly since: string;
  readonly until: string;
}

/** Hands the same cases as `activeCases` counts to `work`: a statement that lists them by their codes. */
export async function withCounted<T>(c: EngineConnection, version: DatasetVersion, counted: Counted, question: CaseTimesQuestion, work: (cases: Among) => Promise<T>): Promise<T> {
  return withCaseTimes(c, version, question, ({ table }) => work(among(table, counted)));
}

function among(times: string, { counted, since, until }: Counted): Among {
  const [from, to] = [since, until].map((instant) => instantSql(Date.parse(instant)));
  const conditions: Record<Counted['counted'], string> = {
    started: `"first" >= ${from} AND "first" < ${to}`,
    completed: `completed >= ${from} AND completed < ${to}`,
    'by-silence': `by_silence AND completed >= ${from} AND completed < ${to}`,
    active: `"first" < ${to} AND (completed IS NULL OR completed >= ${from})`,
    'in-progress': `"first" < ${to} AND (completed IS NULL OR completed >= ${to})`,
  };
  return { sql: `SELECT "case" FROM ${times} WHERE ${conditions[counted]}`, values: [] };
}
