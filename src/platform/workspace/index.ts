export { openWorkspace, type OpenWorkspace, type Workspace } from './open.ts';
export { defaultDataDir, isWorkspace } from './data-folder.ts';
export { liveServer, newServerToken, type LiveServer } from './server-file.ts';
export { takeLease, withoutPassword, type Lease } from './lease.ts';
