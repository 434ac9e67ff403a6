import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, stateOf, type ProcessIdentity } from './process-identity.ts';

/** A file that says which process works on a folder. */
export interface Lock {
  readonly release: () => Promise<void>;
}

export interface LockTimes {
  /** How often the holder touches its lock, and how long an untouched lock of another machine or container is watched. */
  readonly beatMs: number;
  readonly watchMs: number;
}

const usual: LockTimes = { beatMs: 2000, watchMs: 7000 };
let names = 0;

/** Takes the lock for this process, over a dead one if need be; answers the holder when that is alive. */
export async function takeLock(file: string, times: LockTimes = usual): Promise<Lock | { readonly holder: ProcessIdentity }> {
  const mine = JSON.stringify(await identityOf(process.pid));
  const offer = uniqueName(file);
  await writeFile(offer, mine, { mode: 0o600, flush: true });
  try {
    for (;;) {
      // link() is the one step that fails when the name is taken and shows only whole content.
      if (await succeeds(link(offer, file), 'EEXIST')) return held(file, mine, times);
      const text = await readFile(file, 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const holder = parseHolder(text);
      if (holder !== undefined && (await isHeld(file, holder, times))) return { holder };
      await removeStale(file, text, times);
    }
  } finally {
    await rm(offer, { force: true });
  }
}

/** Who holds the lock and is alive, if anybody. */
export async function lockHolder(file: string, times: LockTimes = usual): Promise<ProcessIdentity | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const holder = parseHolder(text);
  return holder !== undefined && (await isHeld(file, holder, times)) ? holder : undefined;
}

function held(file: string, mine: string, { beatMs }: LockTimes): Lock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, beatMs).unref();
  return {
    release: async () => {
      clearInterval(beat);
      if ((await readFile(file, 'utf8').catch(() => '')) === mine) await rm(file, { force: true });
    },
  };
}

async function isHeld(file: string, holder: ProcessIdentity, { watchMs }: LockTimes): Promise<boolean> {
  const state = await stateOf(holder);
  if (state !== 'elsewhere') return state === 'alive';
  const touched = await touchedAt(file);
  for (let waited = 0; waited < watchMs; waited += 100) {
    await sleep(100);
    if ((await touchedAt(file)) !== touched) return true;
  }
  return false;
}

/** Removes a dead process's lock. Only the holder of a second lock may, and only what it judged, else it could remove a successor's. */
async function removeStale(file: string, judged: string, times: LockTimes): Promise<void> {
  const guard = await takeLock(`${file}.next`, times);
  if ('holder' in guard) {
    await sleep(20);
    return;
  }
  try {
    if ((await readFile(file, 'utf8').catch(() => undefined)) === judged) await rm(file, { force: true });
  } finally {
    await guard.release();
  }
}

function parseHolder(text: string): ProcessIdentity | undefined {
  try {
    const value = JSON.parse(text) as Partial<ProcessIdentity> | null;
    return typeof value?.pid === 'number' && typeof value.started === 'string' ? { pid: value.pid, started: value.started, host: value.host ?? '', boot: value.boot ?? '', realm: value.realm ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

async function touchedAt(file: string): Promise<number> {
  return stat(file).then((s) => s.mtimeMs, () => 0);
}

async function succeeds(step: Promise<void>, refusal: string): Promise<boolean> {
  return step.then(() => true, (error: NodeJS.ErrnoException) => {
    if (error.code === refusal) return false;
    throw error;
  });
}

function uniqueName(file: string): string {
  names += 1;
  return `${file}.${process.pid}.${names}.new`;
}
