import type { Db } from '../db/index.ts';
import { linkHash } from './chain.ts';
import { addSeals, countUnsealed, lastSeal, tryBeSealer, unsealed, waiting, type SealPlace } from './store.ts';

/** Entries in one transaction of the sealer. */
const batch = 2000;
/** Milliseconds between looks: while there are writes, and when the last look found nothing. Both below the promised second. */
const pause = { busy: 250, idle: 500 };

export interface Sealer {
  /** Seals what is committed now; resolves with the number of new seals. */
  sealNow(): Promise<number>;
  /** How many committed entries wait for their seal; quick however long the chain is. */
  unsealed(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Chains committed entries within a second, until stopped. Writers never wait for it: they take no lock of its own, and it looks a few
 * times a second instead of being told. Any number may run; an advisory lock lets one seal at a time.
 */
export function startSealer(db: Db, { onError = () => {} }: { onError?: (error: unknown) => void } = {}): Sealer {
  // In memory on purpose: each start looks at all entries once, so nothing is missed after a crash or a restore.
  let mark = '0';
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve(0);
  const pass = async (): Promise<number> => {
    const sealed = await sealPass(db, mark);
    mark = sealed.mark;
    return sealed.count;
  };
  const sealNow = (): Promise<number> => (running = running.catch(() => 0).then(pass));
  const loop = async (): Promise<void> => {
    const count = await sealNow().catch((error: unknown) => { onError(error); return 0; });
    if (!stopped) timer = setTimeout(() => void loop(), count > 0 ? pause.busy : pause.idle).unref();
  };
  void loop();
  return {
    sealNow,
    unsealed: () => countUnsealed(db, mark),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running.catch(() => 0);
    },
  };
}

/**
 * One look: seals every visible entry of transactions from `mark` on, and moves the mark to the oldest transaction that was still running
 * before the look, since all older ones are sealed or can never appear.
 */
async function sealPass(db: Db, mark: string): Promise<{ count: number; mark: string }> {
  const { horizon, any } = await waiting(db, mark);
  let count = 0;
  // Each batch goes on where the one before ended: a backlog is read once, not once for each batch.
  for (let after: SealPlace | undefined = any ? { tx: mark, id: 0 } : undefined; after !== undefined;) {
    const sealed = await sealBatch(db, after);
    if (sealed === undefined) return { count, mark };
    count += sealed.length;
    after = sealed.length === batch ? sealed.at(-1) : undefined;
  }
  return { count, mark: horizon };
}

/** Seals at most one batch and gives its places; undefined when another process is at it. */
async function sealBatch(db: Db, after: SealPlace): Promise<SealPlace[] | undefined> {
  return db.transaction().setIsolationLevel('read committed').execute(async (tx) => {
    if (!(await tryBeSealer(tx))) return undefined;
    const entries = await unsealed(tx, after, batch);
    if (entries.length === 0) return [];
    let { seq, hash } = await lastSeal(tx);
    await addSeals(tx, entries.map(({ entry }) => {
      seq += 1;
      hash = linkHash(hash, entry);
      return { seq, entryId: entry.id, hash };
    }));
    return entries.map((e) => e.place);
  });
}
