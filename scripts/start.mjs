// `npm start`: installs what is missing, builds what is stale, then hands over to `hymnsheet start` in this same process.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Node ${process.versions.node} is too old: 20.19 or newer is wanted`);

if (!installed()) run('Installing packages (npm ci) …', 'npm', ['ci', '--no-fund', '--no-audit']);
run(undefined, process.execPath, [join(root, 'scripts/build.mjs')]);
process.argv = [process.argv[0], join(root, 'dist/cli.js'), 'start', ...process.argv.slice(2)];
await import(join(root, 'dist/cli.js'));

/** npm writes what it installed to a hidden lockfile; packages for other platforms are absent from it. */
function installed() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const have = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([path, p]) => path === '' || have[path]?.version === p.version || (have[path] === undefined && p.optional === true));
}

function run(message, command, args) {
  if (message !== undefined) process.stderr.write(`${message}\n`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error) fail(`${command} could not be run: ${error.message}`);
  if (status !== 0) fail(`${command} ${args.join(' ')} failed (exit ${status})`);
}

function fail(message) {
  process.stderr.write(`hymnsheet: ${message}\n`);
  process.exit(2);
}
