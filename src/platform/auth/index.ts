import type { FastifyRequest } from 'fastify';
import type { AnyRoute } from '../http/index.ts';
import type { Job } from '../jobs/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Db } from '../db/index.ts';
import { systemActor, type Ctx } from '../write/index.ts';
import { Attempts } from './attempts.ts';
import { openBetterAuth, type BetterAuth } from './better.ts';
import { identifyActor, type Operator } from './identify.ts';
import { createSetupLink, type OneTimeLink } from './links.ts';
import { canSign, type SigningAnswer } from './model.ts';
import type { People } from './people.ts';
import { authRoutes } from './routes.ts';
import { deriveKey } from './secret.ts';
import { reauthenticate } from './session.ts';
import { anySignIn, deleteExpired, namesOf, personsBehind } from './store.ts';

export { operatorHeader, type Operator } from './identify.ts';
export type { OneTimeLink } from './links.ts';
export { differentPeople, type SigningAnswer } from './model.ts';
export type { People } from './people.ts';
export { deriveKey } from './secret.ts';
export { eraseUser } from './store.ts';

export interface AuthParts {
  readonly db: Db;
  /** The real time, also where the workspace is shown as of another: a permission is about now. */
  readonly clock: Clock;
  /** The workspace's secret, at least 32 characters. */
  readonly secret: string;
  /** The origins of our own pages, the public one first; asked when a request comes, since the port may be chosen late. */
  readonly origins: () => readonly string[];
  readonly people: People;
  readonly operator?: Operator | undefined;
  readonly onLog?: (level: string, message: string) => void;
}

export interface Auth {
  readonly routes: AnyRoute[];
  /** Every night: expired sessions and links are deleted. */
  readonly jobs: Job[];
  readonly identify: (request: FastifyRequest) => Promise<Ctx | undefined>;
  /** The context of public routes: it may do nothing. */
  readonly stranger: Ctx;
  /** Whether nobody can sign in yet, so that `start` prints a set-up link. */
  readonly needsSetUp: () => Promise<boolean>;
  /** Makes the set-up link of the first administrator; one at a time works, once, for 24 h. */
  readonly createSetupLink: () => Promise<OneTimeLink>;
  /** Asks for the password again, before a signature. */
  readonly reauthenticate: (ctx: Ctx, password: string) => Promise<void>;
  /** Whether who acts may sign as a post now: the person behind the session, against the persons behind those who gave the post. */
  readonly maySign: (ctx: Ctx, post: string) => Promise<SigningAnswer>;
  /** Names of people and keys by actor id. */
  readonly namesOf: (ids: readonly string[]) => Promise<Map<string, string>>;
}

/** Sign-in, permission and who is asking, on the tables of this database. */
export function createAuth(parts: AuthParts): Auth {
  const { db, clock, people, origins, operator, secret, onLog } = parts;
  const sessions = deriveKey(secret, 'sessions');
  const attempts = new Attempts(clock);
  const libraries = new Map<string, BetterAuth>();
  const library = (): BetterAuth => {
    const now = origins();
    const known = libraries.get(now.join(' '));
    if (known !== undefined) return known;
    const opened = openBetterAuth({ db, secret: sessions, origins: now, ...(onLog === undefined ? {} : { onLog }) });
    libraries.set(now.join(' '), opened);
    return opened;
  };
  const origin = () => origins()[0] ?? '';
  const identifyParts = { db, clock, people, library, origins, operator };
  return {
    routes: authRoutes({ ...identifyParts, session: () => ({ library: library(), origin: origin(), attempts }) }),
    jobs: [{ name: 'tidy-sign-ins', every: '17 3 * * *', run: async () => { await deleteExpired(db, clock.now()); } }],
    identify: async (request) => {
      const actor = await identifyActor(identifyParts, request);
      return actor === undefined ? undefined : { db, clock, actor };
    },
    stranger: { db, clock, actor: { kind: 'system', id: 'stranger', sets: new Set(), posts: [] } },
    needsSetUp: async () => !(await anySignIn(db)),
    createSetupLink: () => createSetupLink({ db, clock, actor: systemActor }, { origin: origin() }),
    reauthenticate: (ctx, password) => reauthenticate(ctx, attempts, password),
    maySign: async ({ actor }, post) => {
      const appointments = await people.appointments(post);
      const persons = await personsBehind(db, [actor.id, ...appointments.map((a) => a.givenBy)]);
      const person = actor.kind === 'person' ? (persons.get(actor.id) ?? null) : null;
      return canSign({ actor, person }, post, appointments.map((a) => ({ ...a, givenBy: persons.get(a.givenBy) ?? null })), clock.now());
    },
    namesOf: (ids) => namesOf(db, ids),
  };
}
