import { sql } from 'kysely';
import type { Db } from '../platform/db/index.ts';
import type { Ctx } from '../platform/write/index.ts';
import { figureTime } from '../organisation/index.ts';
import { saveClaims, type Claim } from '../evidence/claims/index.ts';
import type { ProcessMeasures } from '../processes/performance/index.ts';
import { assembleSheet } from './assemble.ts';
import type { Sheet } from './schemas.ts';
import { composeSheet } from './sheet/compose.ts';

export interface SheetOfToday {
  readonly sheet: Sheet;
  readonly claims: readonly Claim[];
}

const minuteMs = 60_000;

/** The sheet of this moment, worked out once while the records, the event logs and the minute stay the same. */
export class Today {
  readonly #measures: ProcessMeasures;
  #last: { readonly key: string; readonly sheet: Promise<SheetOfToday> } | undefined;

  constructor(measures: ProcessMeasures) {
    this.#measures = measures;
  }

  async sheet({ db, clock }: Pick<Ctx, 'db' | 'clock'>): Promise<SheetOfToday> {
    const { asOf, pinned } = await figureTime(db, clock);
    const key = `${pinned ? asOf.getTime() : Math.floor(asOf.getTime() / minuteMs)} ${await fingerprint(db)}`;
    const last = this.#last;
    if (last?.key === key) return last.sheet;
    const made = { key, sheet: makeSheet({ db, clock }, this.#measures) };
    this.#last = made;
    made.sheet.catch(() => { if (this.#last === made) this.#last = undefined; });
    return made.sheet;
  }
}

/** The sheet of this moment; its claims are put on record, so that every figure opens. */
async function makeSheet({ db, clock }: Pick<Ctx, 'db' | 'clock'>, measures: ProcessMeasures): Promise<SheetOfToday> {
  const { input, claims } = await assembleSheet({ db, clock, measures });
  const sheet = composeSheet(input);
  await saveClaims(db, claims);
  return { sheet, claims };
}

/** A text that changes with every committed change of a record or an event log, whatever the order of commits. */
async function fingerprint(db: Db): Promise<string> {
  const { rows } = await sql<{ f: string }>`
    select concat_ws(' ',
      (select concat_ws(' ', count(*), count(closed_at), count(superseded_at), bit_xor(hashtext(body_hash))) from register_version),
      (select concat_ws(' ', count(retired_at), max(retired_at)) from register_record),
      (select string_agg(event_log || ' ' || version, ' ' order by event_log) from event_log_current)) as f`.execute(db);
  return rows[0]?.f ?? '';
}
