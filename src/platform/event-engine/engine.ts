import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { DuckDbConnection } from './connection.ts';
import type { EngineConnection } from './model.ts';

/** What an engine may use and touch. */
export interface EngineOptions {
  /** A folder in which the engine makes its own subfolder for what does not fit in memory; removed on close. */
  readonly tempDir: string;
  /** As DuckDB writes it; 1 GB unless given. */
  readonly memoryLimit?: string;
  /** All cores unless given. */
  readonly threads?: number;
  /** Folders that SQL may read and write; every other path is refused. */
  readonly folders?: readonly string[];
  /** Single files that SQL may read and write. */
  readonly files?: readonly string[];
}

/** An event engine: SQL over Parquet parts. One engine serves many connections; each connection runs one statement at a time. */
export interface EventEngine {
  connect(): Promise<EngineConnection>;
  /** Closes it and removes its temporary folder; connections must be closed before. */
  close(): Promise<void>;
}

/**
 * Opens an event engine on DuckDB in memory, which spills into its temporary folder; it installs nothing, reaches no network and no path
 * beside those given.
 * @example const engine = await openEngine({ tempDir: tmpdir(), folders: [dataDir] });
 */
export async function openEngine({ tempDir, memoryLimit = '1GB', threads = availableParallelism(), folders = [], files = [] }: EngineOptions): Promise<EventEngine> {
  const spill = await mkdtemp(join(tempDir, `engine-${process.pid}-`));
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: memoryLimit,
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const setup = await instance.connect();
  const list = (paths: readonly string[]) => `[${paths.map((p) => `'${p.replaceAll("'", "''")}'`).join(', ')}]`;
  await setup.run(`SET allowed_directories = ${list([spill, ...folders])}`);
  await setup.run(`SET allowed_paths = ${list(files)}`);
  // Parts never change once they have their name, so that what is known of a file stays true.
  await setup.run('SET parquet_metadata_cache = true');
  await setup.run('SET enable_external_access = false');
  await setup.run("SET TimeZone = 'UTC'");
  // Sessions may change their own settings only through this file.
  setup.closeSync();
  return {
    connect: async () => {
      const raw = await instance.connect();
      await raw.run("SET TimeZone = 'UTC'");
      return new DuckDbConnection(raw);
    },
    close: async () => {
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}
