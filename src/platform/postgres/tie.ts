import { spawn, type ChildProcess } from 'node:child_process';
import { bareEnvironment } from './cluster.ts';
import type { SystemUser } from './system-user.ts';

/**
 * Ends PostgreSQL when this process ends, however it does: a shell waits on a pipe that only this process holds open.
 * For servers whose data nobody needs afterwards. Answers how to untie.
 */
export function tie(pid: number, user: SystemUser): () => void {
  const watcher: ChildProcess = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'sh', String(pid)], { cwd: '/', env: bareEnvironment, detached: true, stdio: ['pipe', 'ignore', 'ignore'], ...(user.switched ? { uid: user.uid, gid: user.gid } : {}) });
  watcher.on('error', () => {});
  watcher.unref();
  // The pipe must not keep this process alive.
  (watcher.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return () => watcher.kill('SIGKILL');
}
