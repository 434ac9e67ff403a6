import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { kinds } from './app/kinds.ts';
import { healthRoutes, servicesAnswer, serviceStopsAnswer } from './basics/health/index.ts';
import { briefingRoutes, replaceNameInBriefs } from './briefing/index.ts';
import { claimRoutes } from './evidence/claims/index.ts';
import { registeredPeople, registeredPersons } from './organisation/index.ts';
import { auditRoutes, startSealer } from './platform/audit/index.ts';
import { createAuth, deriveKey, type Auth, type Operator } from './platform/auth/index.ts';
import type { Clock } from './platform/clock/index.ts';
import { folderRoutes } from './platform/company-folder/index.ts';
import { openDb, type Db } from './platform/db/index.ts';
import { openEngine, type EventEngine } from './platform/event-engine/index.ts';
import { buildServer, mountOperations, mountWebClient, type AnyRoute } from './platform/http/index.ts';
import { startJobs } from './platform/jobs/index.ts';
import { networkRoutes } from './platform/network/index.ts';
import { personalRoutes, type PersonalRecords, pseudonymiser, rememberPseudonyms } from './platform/personal/index.ts';
import { registerChanges, registerRoutes } from './platform/register/index.ts';
import { secretBox } from './platform/secrets/index.ts';
import { acrossRoutes, handOversAnswer, HandOverMeasures } from './processes/across/index.ts';
import { catalogueRoutes, clearLeftovers, clearUploadsJob, collectVersionsJob, currentVersion, eventFiles, eventsDir, foldJobs, Imports, pullRoutes, Pulls, retention, stageEvents, type ImportParts } from './processes/catalogue/index.ts';
import { fitRoutes, ruleRoutes } from './processes/conformance/index.ts';
import { FairQueue, makeFolders, type Manifest, queuedEngine, queueLimits, type QuestionParts, questionRoutes } from './processes/event-logs/index.ts';
import type { EventLogRecord } from './processes/log-register/index.ts';
import { Discoveries, modelRoutes } from './processes/model-register/index.ts';
import { comparisonRoutes, differenceRoutes, performanceRoutes, processCasesAnswer, ProcessMeasures, timeRoutes } from './processes/performance/index.ts';
import { logCasesAnswer, savedViewKind, viewCheck } from './processes/saved-views/index.ts';
import { simulationRoutes, SimulationRuns } from './processes/simulation/index.ts';

export { kinds } from './app/kinds.ts';

export interface AppParts {
  readonly dataDir: string;
  readonly connectionString: string;
  readonly secret: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly version: string;
  /** The origins of our own pages, the public one first. */
  readonly origins: () => readonly string[];
  /** Where readers elsewhere reach the pages, where that is known. */
  readonly publicUrl?: string | undefined;
  readonly https: boolean;
  readonly trustProxy?: string | undefined;
  readonly operator?: Operator;
}

export interface App {
  readonly http: FastifyInstance;
  readonly db: Db;
  readonly auth: Auth;
  close(): Promise<void>;
}

/**
 * Everything, put together: records, events, sign-in, jobs, the audit's sealer and the API with its pages. It does not listen yet. Where a
 * step fails, what was opened before it is closed again.
 */
export async function createApp(parts: AppParts): Promise<App> {
  const opened: (() => unknown)[] = [];
  // Last opened, first closed; each step is tried whatever became of the one before: what stays open would keep PostgreSQL from stopping.
  const close = async () => {
    for (const step of opened.splice(0).reverse()) await Promise.resolve().then(step).catch((error: unknown) => parts.log.warn({ err: error }, 'a part did not stop cleanly'));
  };
  try {
    return { ...(await assemble(parts, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens part after part; how each is closed goes to `opened` at once. */
async function assemble(parts: AppParts, opened: (() => unknown)[]): Promise<Omit<App, 'close'>> {
  const { clock, log, dataDir } = parts;
  const { db, pool } = openDb(parts.connectionString, { onError: (error) => log.warn({ err: error }, 'a database connection was lost') });
  opened.push(() => db.destroy());
  const store = eventsDir(dataDir);
  const { parts: partsFolder, work } = await makeFolders(store);
  const engine = await openEngine({ tempDir: work, folders: [partsFolder] });
  opened.push(() => engine.close());
  const auth = createAuth({ db, clock, secret: parts.secret, origins: parts.origins, people: registeredPeople(db), operator: parts.operator, onLog: (level, message) => log.info({ level }, message) });
  const sealer = startSealer(db, { onError: (error) => log.error({ err: error }, 'the audit could not be sealed') });
  opened.push(() => sealer.stop(), () => sealer.sealNow());
  const events: ImportParts = { db, clock, dataDir, files: eventFiles(store, pseudonymiser(deriveKey(parts.secret, 'pseudonyms'))), keepPseudonyms: rememberPseudonyms };
  const imports = new Imports(events);
  const pulls = new Pulls({ ...events, box: secretBox(deriveKey(parts.secret, 'secrets')) });
  const line = new FairQueue(queueLimits());
  const simulations = new SimulationRuns({ db, clock, engine, onError: (error) => log.error({ err: error }, 'a simulation broke') });
  await simulations.recover();
  opened.push(() => simulations.stop());
  const routes = allRoutes({ auth, events, imports, pulls, simulations, engine: queuedEngine(engine, line), store, secret: parts.secret, publicUrl: parts.publicUrl });
  const http = await buildServer({ routes, identify: auth.identify, stranger: auth.stranger, version: parts.version, logger: log as unknown as FastifyBaseLogger, trustProxy: parts.trustProxy });
  opened.push(() => http.close());
  const metrics = mountOperations(http, { checks: { database: async () => { await sql`select 1`.execute(db); }, events: () => ask(engine) } });
  metrics.gauge('hymnsheet_audit_unsealed', 'Audit entries not yet in the chain', () => sealer.unsealed());
  metrics.gauge('hymnsheet_questions_waiting', 'Questions to event logs that wait for their turn', () => line.waiting);
  await mountWebClient(http, webFolder(), { https: parts.https });
  await clearLeftovers({ db, clock, dir: store }, dataDir);
  const kept = retention({ db, clock, dir: store });
  const jobs = await startJobs(pool, [imports.job, ...pulls.jobs, ...foldJobs(events), clearUploadsJob({ db, clock, dataDir }), collectVersionsJob({ db, clock, dir: store }), ...kept.jobs, ...auth.jobs], kept.subscriptions, log);
  opened.push(() => jobs.stop());
  return { http, db, auth };
}

async function ask(engine: EventEngine): Promise<void> {
  const c = await engine.connect();
  await c.rows('SELECT 1').finally(() => c.close());
}

/** Everything that names a person: the registers, and the briefs made from them. */
const namedPersons: PersonalRecords = {
  find: registeredPersons.find,
  replaceName: async (ctx, person, replacement) => {
    const known = await registeredPersons.find(ctx, person);
    const briefs = known === undefined ? 0 : await replaceNameInBriefs(ctx.tx, [known.name, ...known.former], replacement);
    return briefs + (await registeredPersons.replaceName(ctx, person, replacement));
  },
};

/** What routes are made from. */
interface RouteParts {
  readonly auth: Pick<Auth, 'routes' | 'namesOf'>;
  readonly events: ImportParts;
  readonly imports: Imports;
  readonly pulls: Pulls;
  readonly simulations: SimulationRuns;
  readonly engine: EventEngine;
  readonly store: string;
  readonly secret: string;
  readonly publicUrl?: string | undefined;
}

/** Every route of the API. */
export function allRoutes({ auth, events, imports, pulls, simulations, engine, store, secret, publicUrl }: RouteParts): AnyRoute[] {
  const eventStore = { engine, dir: store };
  const measures = new ProcessMeasures(eventStore);
  const registers = registerChanges(kinds);
  const discoveries = new Discoveries();
  const questions: QuestionParts = { engine, currentVersion: async ({ db }, id) => { const v = await currentVersion(db, id); return v === undefined ? undefined : { id: v.id, manifest: v.manifest as Manifest, dir: store }; } };
  return [
    ...auth.routes,
    ...auditRoutes(auth),
    ...personalRoutes({ records: namedPersons, pseudonym: pseudonymiser(deriveKey(secret, 'pseudonyms')) }),
    ...registerRoutes(kinds, { [savedViewKind.name]: viewCheck(questions) }),
    ...networkRoutes(),
    ...folderRoutes(kinds, {
      stageEvents: (ctx, plan, uploads) => stageEvents(events, ctx, [...plan.create, ...plan.update, ...plan.unchanged].flatMap((c) => (c.kind.name === 'event-log' && c.record !== undefined ? [{ id: c.id, record: c.record.body as EventLogRecord }] : [])), uploads),
    }),
    ...catalogueRoutes({ dataDir: events.dataDir, files: events.files, imports, registers, engine, pseudonym: pseudonymiser(deriveKey(secret, 'pseudonyms')), keepPseudonyms: events.keepPseudonyms }),
    ...pullRoutes({ pulls, registers }),
    ...questionRoutes(questions),
    ...modelRoutes({ questions, discoveries, kinds, registers }),
    ...differenceRoutes(questions),
    ...comparisonRoutes(questions),
    ...timeRoutes(questions),
    ...performanceRoutes(measures, eventStore),
    ...simulationRoutes({ runs: simulations, engine, dir: store, namesOf: auth.namesOf }),
    ...ruleRoutes(questions),
    ...fitRoutes({ ...questions, discoveries }),
    ...acrossRoutes({ store: eventStore, measures, handOvers: new HandOverMeasures(eventStore) }),
    ...healthRoutes(),
    ...claimRoutes({ 'process-cases': processCasesAnswer(eventStore), 'log-cases': logCasesAnswer(eventStore), 'hand-overs': handOversAnswer(eventStore), 'service-stops': serviceStopsAnswer, services: servicesAnswer }),
    ...briefingRoutes({ measures, namesOf: auth.namesOf, store: eventStore, publicUrl }),
  ];
}

/** The API's description, made without a database: routes are only described. */
export async function describeApi(): Promise<unknown> {
  const nothing = {} as never;
  const secret = 'x'.repeat(32);
  const auth = createAuth({ db: nothing, clock: nothing, secret, origins: () => ['http://127.0.0.1'], people: nothing });
  const http = await buildServer({ routes: allRoutes({ auth, events: nothing, imports: nothing, pulls: { parts: nothing } as never, simulations: nothing, engine: nothing, store: '', secret }), identify: auth.identify, stranger: auth.stranger, version: '1' });
  await http.ready();
  return http.swagger();
}

/** The built web client: beside the program in a build, in dist/ of a checkout. */
function webFolder(): string {
  const found = ['./web', '../web', '../dist/web'].map((p) => fileURLToPath(new URL(p, import.meta.url))).find((f) => existsSync(`${f}/index.html`) && existsSync(`${f}/assets`));
  return found ?? '';
}
