import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { kinds } from './app/kinds.ts';
import { registeredPeople } from './organisation/index.ts';
import { auditHead, auditRoutes, startSealer } from './platform/audit/index.ts';
import { createAuth, type Auth, type Operator } from './platform/auth/index.ts';
import type { Clock } from './platform/clock/index.ts';
import { folderRoutes } from './platform/company-folder/index.ts';
import { openDb, type Db } from './platform/db/index.ts';
import { buildServer, mountOperations, mountWebClient, type AnyRoute } from './platform/http/index.ts';
import { catalogueRoutes, type CatalogueParts } from './processes/catalogue/index.ts';
import { startJobs } from './platform/jobs/index.ts';
import { registerRoutes } from './platform/register/index.ts';

export { kinds };

export interface AppParts {
  readonly dataDir: string;
  readonly connectionString: string;
  readonly secret: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly version: string;
  /** The origins of our own pages, the public one first. */
  readonly origins: () => readonly string[];
  readonly https: boolean;
  readonly trustProxy?: string | undefined;
  readonly operator?: Operator;
  /** Whether jobs that come round by the clock run. */
  readonly background: boolean;
}

export interface App {
  readonly http: FastifyInstance;
  readonly db: Db;
  readonly auth: Auth;
  close(): Promise<void>;
}

/** Everything, put together: records, sign-in, jobs, the audit's sealer and the API with its pages. It does not listen yet. */
export async function createApp(parts: AppParts): Promise<App> {
  const { db, pool } = openDb(parts.connectionString, { onError: (error) => parts.log.warn({ err: error }, 'a database connection was lost') });
  const auth = createAuth({ db, clock: parts.clock, secret: parts.secret, origins: parts.origins, people: registeredPeople(db), operator: parts.operator, onLog: (level, message) => parts.log.info({ level }, message) });
  const sealer = startSealer(db, { onError: (error) => parts.log.error({ err: error }, 'the audit could not be sealed') });
  const http = await buildServer({ routes: allRoutes({ auth }), identify: auth.identify, stranger: auth.stranger, version: parts.version, logger: parts.log as unknown as FastifyBaseLogger, trustProxy: parts.trustProxy });
  const metrics = mountOperations(http, { checks: { database: async () => { await sql`select 1`.execute(db); } } });
  metrics.gauge('hymnsheet_audit_unsealed', 'Audit entries not yet in the chain', async () => (await auditHead(db)).unsealed);
  await mountWebClient(http, webFolder(), { https: parts.https });
  const jobs = await startJobs(pool, [], [], parts.log);
  return {
    http, db, auth,
    close: async () => {
      await http.close();
      await jobs.stop();
      await sealer.sealNow().catch(() => 0);
      await sealer.stop();
      await db.destroy();
    },
  };
}

/** What routes are made from. */
interface RouteParts {
  readonly auth: Pick<Auth, 'routes' | 'namesOf'>;
  readonly catalogue: CatalogueParts;
}

function allRoutes({ auth, catalogue }: RouteParts): AnyRoute[] {
  return [...auth.routes, ...auditRoutes(auth), ...registerRoutes(kinds), ...folderRoutes(kinds), ...catalogueRoutes(catalogue)];
}

/** The API's description, made without a database: routes are only described. */
export async function describeApi(): Promise<unknown> {
  const nothing = {} as never;
  const auth = createAuth({ db: nothing, clock: nothing, secret: 'x'.repeat(32), origins: () => ['http://127.0.0.1'], people: nothing });
  const http = await buildServer({ routes: allRoutes({ auth, catalogue: nothing }), identify: auth.identify, stranger: auth.stranger, version: '1' });
  await http.ready();
  return http.swagger();
}

/** The built web client: beside the program in a build, in dist/ of a checkout. */
function webFolder(): string {
  const found = ['./web', '../web', '../dist/web'].map((p) => fileURLToPath(new URL(p, import.meta.url))).find((f) => existsSync(`${f}/index.html`) && existsSync(`${f}/assets`));
  return found ?? '';
}
