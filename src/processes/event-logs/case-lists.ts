import type { z } from 'zod';
import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { type CsvValue, type pageQuery, readCursor, type RouteInput, sendCsv, writeCursor } from '../../platform/http/index.ts';
import { type Among, allCasesAmong, type CaseRow, codesAmong, KeptCases } from './questions/index.ts';
import type { DatasetVersion } from './versions/index.ts';

/** The columns of a file of cases. */
export const caseColumns = ['case', 'variant', 'first', 'last', 'events', 'seconds'] as const;

/** Cases behind a figure: how they are told, and by what name the list is known. */
export interface CasesBehind {
  readonly c: EngineConnection;
  readonly version: DatasetVersion;
  readonly signal: AbortSignal;
  /** All that they depend on besides the version. */
  readonly key: string;
  readonly tell: <T>(work: (cases: Among) => Promise<T>) => Promise<T>;
}

/** Answers with the cases behind figures, a page at a time or as a file; those of the next page need not be told again. */
export class CaseLists {
  readonly #kept = new KeptCases();

  async page({ c, version, signal, key, tell }: CasesBehind, { limit, cursor }: z.output<typeof pageQuery>) {
    const after = cursor === undefined ? -1 : Number(readCursor(cursor)[0]);
    const found = await this.#kept.page(c, version, key, () => tell((cases) => codesAmong(c, cases, { signal })), { limit, after }, { signal });
    return { items: [...found.items], total: found.total, next: found.next === null ? null : writeCursor([found.next]) };
  }

  async file({ c, version, signal, tell }: Omit<CasesBehind, 'key'>, reply: RouteInput<unknown, unknown, unknown>['reply']): Promise<void> {
    await tell((cases) => sendCsv(reply, 'cases.csv', [...caseColumns], lines(allCasesAmong(c, version, cases, { signal }))));
  }
}

async function* lines(pieces: AsyncIterable<readonly CaseRow[]>): AsyncGenerator<CsvValue[][]> {
  for await (const rows of pieces) yield rows.map((k) => [k.id, k.variant, k.first, k.last, k.events, k.seconds]);
}
