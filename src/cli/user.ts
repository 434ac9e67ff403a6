import { resolve } from 'node:path';
import type { Command } from 'commander';
import { permissionSets, type PermissionSet } from '../platform/write/index.ts';
import { problem } from '../platform/errors/index.ts';
import { defaultDataDir, liveServer } from '../platform/workspace/index.ts';
import { answer, withWorkspaceServer, type Session } from './session.ts';
import { withWorkspace, type WorkspaceOptions } from './workspace-options.ts';

type Options = WorkspaceOptions & { readonly json?: boolean };

/** `hymnsheet user …`: who can sign in, API keys and permission sets. */
export function registerUser(program: Command): void {
  const user = program.command('user').description('who can sign in, API keys and permission sets');
  people(user);
  keys(user);
  grants(user);
}

function people(user: Command): void {
  sub(user, 'reset-admin', 'print a one-time link that makes an administrator: for the first one, or one who lost the password')
    .action((options: Options) => run(async ({ api }) => reachable(await answer(api.POST('/auth/set-up-link')), options), linkText)(options));
  sub(user, 'list', 'people who can sign in')
    .action(run(async ({ api }) => everything((cursor) => answer(api.GET('/sign-ins', { params: { query: paged(cursor) } }))), (items) => lines(items, (u) => [u.id, u.state, u.email, u.person ?? '', u.lastSignInAt ?? 'never signed in'])));
  sub(user, 'invite', 'let a person of the register sign in; prints their one-time link').argument('<person>', 'id in the register of people').option('--email <address>', 'where it is not the one in the register')
    .action((person: string, options: Options & { email?: string }) => run(async ({ api }) => {
      const made = await answer(api.POST('/sign-ins', { body: { person, ...(options.email === undefined ? {} : { email: options.email }) } }));
      return { ...made, link: await reachable(made.link, options) };
    }, ({ link }) => linkText(link))(options));
  sub(user, 'reset', 'print a one-time link on which somebody chooses another password').argument('<sign-in>', 'id, as `user list` shows it')
    .action((id: string, options: Options) => run(async ({ api }) => reachable(await answer(api.POST('/sign-ins/{id}/reset-link', { params: { path: { id } } })), options), linkText)(options));
  sub(user, 'end', 'end somebody’s sign-in and sessions at once').argument('<sign-in>', 'id, as `user list` shows it')
    .action((id: string, options: Options) => run(async ({ api }) => answer(api.DELETE('/sign-ins/{id}', { params: { path: { id } } })), () => `Sign-in ${id} has ended.`)(options));
}

function keys(user: Command): void {
  const key = user.command('key').description('API keys');
  sub(key, 'list', 'API keys, revoked ones as well')
    .action(run(async ({ api }) => everything((cursor) => answer(api.GET('/api-keys', { params: { query: paged(cursor) } }))), (items) => lines(items, (k) => [k.id, k.revoked ? 'revoked' : 'works', `${k.start}…`, k.name, k.sets.join(', '), k.expiresAt === null ? 'never expires' : `expires ${k.expiresAt}`])));
  sub(key, 'create', 'make an API key and print it, once').argument('<name>').requiredOption('--set <sets...>', `permission sets: ${permissionSets.join(', ')}`).option('--expires-in-days <days>', 'days until it expires, or `never`', '365')
    .action((name: string, options: Options & { set: string[]; expiresInDays: string }) => {
      const body = { name, sets: options.set.map(setOf), expiresInDays: daysOf(options.expiresInDays) };
      return run(async ({ api }) => answer(api.POST('/api-keys', { body })), (made) => `${made.key}\nIt is shown now and never again.`)(options);
    });
  sub(key, 'revoke', 'revoke an API key at once').argument('<key>', 'id, as `user key list` shows it')
    .action((id: string, options: Options) => run(async ({ api }) => answer(api.DELETE('/api-keys/{id}', { params: { path: { id } } })), () => `Key ${id} is revoked.`)(options));
}

function grants(user: Command): void {
  sub(user, 'grants', 'permission sets of posts and keys')
    .action(run(async ({ api }) => everything((cursor) => answer(api.GET('/grants', { params: { query: paged(cursor) } }))), (items) => lines(items, (g) => [g.id, `${g.holder.kind} ${g.holder.id}`, g.set, `from ${g.from}`, g.to === null ? 'until ended' : `to ${g.to}`])));
  sub(user, 'grant', 'grant a permission set to a post').argument('<post>').argument('<set>', permissionSets.join(', ')).option('--from <instant>', 'default: now').option('--to <instant>', 'default: until it is ended')
    .action((post: string, set: string, options: Options & { from?: string; to?: string }) => {
      const body = { holder: { kind: 'post' as const, id: post }, set: setOf(set), ...(options.from === undefined ? {} : { from: options.from }), to: options.to ?? null };
      return run(async ({ api }) => answer(api.POST('/grants', { body })), (g) => `${g.holder.kind} ${g.holder.id} has ${g.set} from ${g.from}${g.to === null ? '' : ` to ${g.to}`}.`)(options);
    });
  sub(user, 'end-grant', 'end a grant now').argument('<grant>', 'id, as `user grants` shows it')
    .action((id: string, options: Options) => run(async ({ api }) => answer(api.DELETE('/grants/{id}', { params: { path: { id } } })), (g) => `${g.holder.kind} ${g.holder.id} has ${g.set} no more.`)(options));
}

function sub(parent: Command, name: string, description: string): Command {
  return withWorkspace(parent.command(name).description(description)).option('--json', 'one JSON document on stdout');
}

/** An action: asks the workspace's server and prints the answer as text, or as JSON where that was asked for. */
function run<T>(ask: (session: Session) => Promise<T>, text: (result: T) => string): (options: Options) => Promise<void> {
  return async (options) => {
    const result = await withWorkspaceServer(options, ask);
    process.stdout.write(options.json === true ? `${JSON.stringify(result, null, 1)}\n` : `${text(result)}\n`);
  };
}

const paged = (cursor: string | undefined) => ({ limit: 500, ...(cursor === undefined ? {} : { cursor }) });

/** A link as it will work: where no server runs, one that ended with this command made it, and `start` listens on its own port. */
async function reachable<L extends { url: string }>(link: L, { server, data }: Options): Promise<L> {
  if (server !== undefined || (await liveServer(resolve(data ?? defaultDataDir()))) !== undefined) return link;
  const { pathname, hash } = new URL(link.url);
  process.stderr.write('No server runs now; the link works once `hymnsheet start` does, here with its usual port.\n');
  return { ...link, url: `http://127.0.0.1:4680${pathname}${hash}` };
}

const linkText = ({ url, expiresAt }: { url: string; expiresAt: string }) => `${url}\nWorks once, until ${expiresAt}.`;

/** Every page of a list. */
async function everything<T>(page: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { items, next } = await page(cursor);
    all.push(...items);
    cursor = next;
  }
  return all;
}

function lines<T>(items: readonly T[], cells: (item: T) => string[]): string {
  return items.length === 0 ? 'None yet.' : items.map((item) => cells(item).join('  ')).join('\n');
}

function setOf(text: string): PermissionSet {
  const set = permissionSets.find((s) => s === text);
  if (set === undefined) throw problem('bad-input', { detail: 'There is no such permission set', value: text, wanted: `one of: ${permissionSets.join(', ')}` });
  return set;
}

function daysOf(text: string): number | null {
  if (text === 'never') return null;
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1) throw problem('bad-input', { detail: '--expires-in-days is not a number of days', value: text, wanted: 'a whole number from 1, or never' });
  return days;
}
