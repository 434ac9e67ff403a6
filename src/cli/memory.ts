import { setFlagsFromString } from 'node:v8';

/**
 * Has a process that lives long give memory back soon; to be called before the event engine's library is loaded, which reads the environment
 * then. By default its allocator keeps what is free for ten seconds, so that one question after another adds up to half as much again, and what
 * V8 holds may double before it looks for garbage (docs/decisions/0981). Who has set the allocator up is left alone.
 * @example giveBackMemory(process.env)
 */
export function giveBackMemory(environment: NodeJS.ProcessEnv): void {
  environment['DUCKDB_JE_MALLOC_CONF'] ??= 'dirty_decay_ms:0,muzzy_decay_ms:0';
  setFlagsFromString('--heap-growing-percent=20');
}
