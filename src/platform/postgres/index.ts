export { startPostgres, type Postgres, type StartPostgres } from './start.ts';
export { locationFile, rootFolder } from './place.ts';
export { canEnter, postgresUser, systemUserName, type SystemUser } from './system-user.ts';
export { isAlive } from './postmaster.ts';
export type { SupervisorEvent } from './supervisor.ts';
