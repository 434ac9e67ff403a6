import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import type { DatasetVersion } from '../versions/index.ts';
import { type Among, type CasePage, casesOfCodes } from './cases.ts';

/** How many cases are kept over all lists; a case takes four bytes. */
const MOST = 8_000_000;

/**
 * Lists of cases that take long to tell, so that their next page finds them told. Disposable: what is not there is told again.
 */
export class KeptCases {
  readonly #most: number;
  /** By what was asked, the one that was used last at the end. */
  readonly #lists = new Map<string, Int32Array>();

  constructor(most = MOST) {
    this.#most = most;
  }

  /** A page of the cases of a list; `tell` makes the list where it is not kept. The key says all that it depends on. */
  async page(c: EngineConnection, version: DatasetVersion, key: string, tell: () => Promise<Int32Array>, page: { readonly limit: number; readonly after: number }, options: RunOptions = {}): Promise<CasePage> {
    const name = `${version.id} ${key}`;
    const codes = this.#lists.get(name) ?? (await tell());
    this.#lists.delete(name);
    this.#lists.set(name, codes);
    this.#makeRoom();
    return casesOfCodes(c, version, codes, page, options);
  }

  #makeRoom(): void {
    let all = [...this.#lists.values()].reduce((sum, codes) => sum + codes.length, 0);
    for (const [name, codes] of this.#lists) {
      if (all <= this.#most) break;
      all -= codes.length;
      this.#lists.delete(name);
    }
  }
}

/** The cases that a statement lists by their codes, in order, each once. */
export async function codesAmong(c: EngineConnection, { sql, values }: Among, options: RunOptions = {}): Promise<Int32Array> {
  const codes: number[] = [];
  for await (const rows of c.stream<{ k: number }>(`SELECT DISTINCT "case" AS k FROM (${sql}) ORDER BY k`, values, options)) for (const { k } of rows) codes.push(k);
  return Int32Array.from(codes);
}
