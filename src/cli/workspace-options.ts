import type { Command } from 'commander';

/** How a command finds its workspace: a data folder here, or a server elsewhere. */
export interface WorkspaceOptions {
  readonly data?: string;
  readonly server?: string;
  readonly token?: string;
}

/** Adds `--data`, `--server` and `--token` to a command that works on a workspace. */
export function withWorkspace(command: Command): Command {
  return command
    .option('--data <folder>', 'the workspace’s data folder (default: ./hymnsheet-data, as root /var/lib/hymnsheet/default)')
    .option('--server <url>', 'a server elsewhere, instead of a data folder here')
    .option('--token <key>', 'an API key for that server (or HYMNSHEET_TOKEN)');
}
