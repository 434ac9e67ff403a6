import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { copyBinaries, completeLinks, packagedBinaries, type Binaries } from './binaries.ts';
import { adminRole, prepareCluster } from './cluster.ts';
import { appRole, connectionTo, provision } from './connection.ts';
import type { Launch } from './launch.ts';
import { findPlace, makeRootFolder, rootFolder } from './place.ts';
import { Supervisor, type SupervisorEvent } from './supervisor.ts';
import { postgresUser, type SystemUser } from './system-user.ts';

export interface StartPostgres {
  /** The workspace's data folder; it is made when missing. */
  readonly dataDir: string;
  /** Where PostgreSQL's messages go; default `<dataDir>/logs/postgres.log`. */
  readonly logFile?: string;
  /** Server settings over our own, as `-c name=value`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly onEvent?: (event: SupervisorEvent) => void;
  /** The server ends with this process, even a killed one: for data that nobody needs afterwards. */
  readonly tied?: boolean;
}

export interface Postgres {
  /** As the program's role, which owns its database and is no superuser. It holds a password: never log it. */
  readonly connectionString: string;
  /** As the administrator role: for making test databases and for `doctor`. */
  readonly adminConnectionString: string;
  /** The folder of PostgreSQL's part: cluster, socket, passwords. */
  readonly home: string;
  /** Whether the server was found alive. */
  readonly adopted: boolean;
  readonly version: string;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
  /** Stops supervising and leaves the server running. */
  readonly release: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a workspace, or adopts the one that a killed parent left, and keeps it running until `stop()`.
 * @throws Problem with what stands in the way: `postgres-failed`, `postgres-version`, `postgres-owner`, `postgres-incomplete`, `postgres-user`, `no-embedded-postgres`, `workspace-copied`
 */
export async function startPostgres({ dataDir, logFile, settings = {}, onEvent = () => {}, tied = false }: StartPostgres): Promise<Postgres> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const user = await postgresUser();
  const binaries = await usableBinaries(dataDir, user);
  const place = await findPlace(dataDir, user);
  const passwords = await prepareCluster(place, binaries, user, { sync: settings['fsync'] !== 'off' });
  const launch: Launch = { place, binaries, user, settings, logFile: logFile ?? join(dataDir, 'logs', 'postgres.log'), tied };
  const supervisor = new Supervisor(launch, onEvent);
  const { postmaster, adopted } = await supervisor.start();
  const adminConnectionString = connectionTo(postmaster, adminRole, passwords.admin, adminRole);
  try {
    await provision(adminConnectionString, passwords);
  } catch (error) {
    await (adopted ? supervisor.release() : supervisor.stop());
    throw error;
  }
  const connectionString = connectionTo(postmaster, appRole, passwords.app, appRole);
  return { connectionString, adminConnectionString, home: place.home, adopted, version: binaries.version, pid: () => supervisor.pid, stop: () => supervisor.stop(), release: () => supervisor.release() };
}

/** Root's PostgreSQL runs from a copy that its user can reach; others run the package in place where its library links are there or can be made. */
async function usableBinaries(dataDir: string, user: SystemUser): Promise<Binaries> {
  const packaged = await packagedBinaries();
  if (user.switched) {
    await makeRootFolder();
    return copyBinaries(packaged, join(rootFolder, `postgres-${packaged.version}`));
  }
  if (await completeLinks(packaged)) return packaged;
  return copyBinaries(packaged, join(dataDir, `postgres-${packaged.version}`));
}
