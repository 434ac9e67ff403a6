// Proves the two commands of the README as a new user meets them: a clean clone below a private home, an empty environment, as root
// (when run as root) and as an ordinary user. Prints one line a step and ends with `N passed, N failed`.
//   node scripts/prove-fresh.mjs [--as root|user] [--only install,start,pack,test] [--here] [--slack FACTOR] [--keep]
// `install`: npm ci. `start`: npm start -- --example, a second one, Ctrl-C, again. `pack`: the package, installed globally elsewhere.
// `test`: npm test (left out unless named: it takes minutes). `start` and `pack` need `install`.
// --here: `start` alone, of this checkout as it is installed and built, by who runs it. That half minute is part of `npm test`; the
// rest (clone, install, package, the other user) is part of `npm run test:full`.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: flags } = parseArgs({ options: { as: { type: 'string', multiple: true }, only: { type: 'string', default: 'install,start,pack' }, here: { type: 'boolean', default: false }, slack: { type: 'string', default: '1' }, keep: { type: 'boolean', default: false } } });
const stages = new Set(flags.here ? ['start'] : flags.only.split(','));
const amRoot = process.getuid?.() === 0;
// A name of its own, so that one that was cut short stands in nobody's way.
const prover = `hymnsheet-prover-${process.pid}`;
const firstStartSeconds = 15;
const laterStartSeconds = 3;
const briefSeconds = 20;
const slack = Number(flags.slack);
const tally = { passed: 0, failed: 0 };

// Where packages come from is the machine's business, not the environment's that is being proved.
const npmSettings = Object.fromEntries(['registry', 'cafile', 'proxy', 'https-proxy'].map((key) => [`npm_config_${key.replace('-', '_')}`, npmConfig(key)]).filter(([, value]) => value !== ''));

const everybody = flags.here ? [amRoot ? 'root' : 'user'] : (flags.as ?? (amRoot ? ['root', 'user'] : ['user']));
for (const who of everybody) await prove(who);
process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`);
process.exit(tally.failed > 0 ? 1 : 0);

async function prove(who) {
  const identity = who === 'user' && amRoot ? makeUser() : {};
  const home = mkdtempSync(join(tmpdir(), `hymnsheet prove ${who} `));
  chmodSync(home, 0o700);
  const env = { PATH: `${dirname(process.execPath)}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`, HOME: home, ...npmSettings };
  const world = { who, home, env, identity, checkout: flags.here ? root : join(home, 'hymnsheet'), data: join(flags.here ? home : join(home, 'hymnsheet'), 'hymnsheet-data'), children: new Set() };
  process.stdout.write(`— as ${who === 'root' ? 'root' : 'an ordinary user'} —\n`);
  try {
    if (!flags.here) await step('git clone', async () => {
      execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, world.checkout], { stdio: ['ignore', 'ignore', 'inherit'] });
      if (identity.uid !== undefined) execFileSync('chown', ['-R', `${identity.uid}:${identity.gid}`, home]);
    });
    if (stages.has('install')) await step('npm ci installs and builds', async () => void (await finishes(world, 'npm', ['ci', '--no-fund', '--no-audit'], { minutes: 15 })));
    if (stages.has('start')) await proveStart(world);
    if (stages.has('pack')) await provePack(world);
    if (stages.has('test')) await step('npm test', async () => lastLine(await finishes(world, 'npm', ['test'], { minutes: 20 })));
  } catch {
    process.stdout.write('     the steps that need this one are left out\n');
  } finally {
    for (const child of world.children) killGroup(child, 'SIGKILL');
    if (!flags.keep) cleanUp(world);
  }
}

async function proveStart(world) {
  const npmStart = (...more) => ['npm', ['start', '--silent', '--', ...more]];
  const port = await freePort();
  const { data } = world;
  // As root the default data folder may be somebody's: a named one below the private home is the harder case anyway.
  const place = world.who === 'root' || flags.here ? ['--data', data] : [];
  let server;
  await step('npm start -- --example', async () => {
    server = await serving(world, ...npmStart('--example', '--port', String(port), ...place));
  });
  await step('it prints a set-up link', async () => {
    for (let waited = 0; !server.output().includes('/set-up#'); waited += 50) {
      if (waited > 5000) throw new Error(`there is none in: ${server.output()}`);
      await sleep(50);
    }
  });
  limit('first start', server.seconds, firstStartSeconds);
  await step('the data is private to who started it', () => {
    const names = readdirSync(data);
    const wanted = world.who === 'root' ? 'postgres.location' : 'postgres';
    if (!names.includes(wanted)) throw new Error(`${wanted} is missing among ${names.join(', ')}`);
    if (modeOf(join(data, 'secret.key')) !== '600' || modeOf(join(data, 'server.json')) !== '600') throw new Error('secret.key and server.json must be 0600');
  });
  await step('a second start on the same data says so and exits 2', async () => {
    const second = await finishes(world, ...npmStart('--port', String(await freePort()), ...place), { minutes: 1, exit: 2 });
    if (!/already runs on this data/.test(second)) throw new Error(`it said: ${second}`);
  });
  await step('Ctrl-C stops everything cleanly', () => server.interrupt(data));
  await step('npm start, later', async () => {
    server = await serving(world, ...npmStart('--port', String(port), ...place));
  });
  limit('later start', server.seconds, laterStartSeconds);
  await step('kill -9 of it and all it started; npm start comes back', async () => {
    killGroup(server.child, 'SIGKILL');
    await once(server.child, 'exit');
    server = await serving(world, ...npmStart('--port', String(port), ...place));
    await server.interrupt(data);
  });
}

async function provePack(world) {
  const global = join(world.home, 'global');
  let hymnsheet;
  await step('npm pack, installed globally elsewhere', async () => {
    const archive = lastLine(await finishes(world, 'npm', ['pack', '--silent', '--pack-destination', world.home], { minutes: 5 }));
    await finishes(world, 'npm', ['install', '--global', '--prefix', global, '--no-fund', '--no-audit', join(world.home, basename(archive))], { minutes: 15, cwd: world.home });
    hymnsheet = join(global, 'bin', 'hymnsheet');
  });
  await step('hymnsheet start', async () => {
    const data = join(world.home, 'elsewhere');
    const server = await serving(world, hymnsheet, ['start', '--data', data, '--port', String(await freePort())], world.home);
    await server.interrupt(data);
    return `${server.seconds.toFixed(1)} s`;
  });
  let seconds = 0;
  await step('hymnsheet brief on the example company', async () => {
    const example = join(global, 'lib/node_modules/hymnsheet/examples/northgate');
    const began = performance.now();
    const sheet = await finishes(world, hymnsheet, ['brief', example], { minutes: 2, cwd: world.home });
    if (!/^#+ /m.test(sheet) || !/\d/.test(sheet)) throw new Error(`not a sheet: ${sheet.slice(0, 300)}`);
    seconds = (performance.now() - began) / 1000;
  });
  limit('brief', seconds, briefSeconds);
}

/** Starts a server in a process group of its own (as a terminal does) and waits for its first 200. */
async function serving(world, command, args, cwd = world.checkout) {
  const began = performance.now();
  const child = spawn(command, args, { cwd, env: world.env, ...world.identity, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  world.children.add(child);
  let output = '';
  let answer;
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { output += text; });
  await once(child, 'spawn');
  for (;;) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    answer = url === undefined ? 'no address' : await fetch(url).then((r) => r.status, (error) => error.message);
    if (answer === 200) break;
    if (child.exitCode !== null || performance.now() - began > 60_000) throw new Error(`no 200 but ${answer} (exit ${child.exitCode}): ${output.slice(-2000)}`);
    await sleep(20);
  }
  const seconds = (performance.now() - began) / 1000;
  return { child, seconds, output: () => output, interrupt: (data) => interrupted(child, data, () => output) };
}

/** Ctrl-C reaches the whole group; afterwards nothing of it may be left. */
async function interrupted(child, data, output) {
  const postgres = postmasterPid(data);
  killGroup(child, 'SIGINT');
  const exit = await Promise.race([once(child, 'exit'), sleep(40_000)]);
  if (exit === undefined) throw new Error(`still running 40 s after Ctrl-C: ${output().slice(-2000)}`);
  // npm itself ends by the signal, and may do so before what it started has stopped.
  const byNpm = child.spawnargs[0] === 'npm' && exit[1] === 'SIGINT';
  if (exit[0] !== 0 && !byNpm) throw new Error(`exit ${exit[0] ?? exit[1]}: ${output().slice(-2000)}`);
  if (postgres === undefined) throw new Error('PostgreSQL was not running before Ctrl-C');
  const left = () => [`/proc/${postgres}`, join(data, 'lock'), join(data, 'server.json')].filter((path) => existsSync(path));
  for (let patience = byNpm ? 400 : 0; left().length > 0 && patience > 0; patience -= 1) await sleep(50);
  if (left().length > 0) throw new Error(`left behind: ${left().join(', ')}`);
}

function postmasterPid(data) {
  const location = join(data, 'postgres.location');
  const home = existsSync(location) ? readFileSync(location, 'utf8').trim() : join(data, 'postgres');
  const file = join(home, 'cluster/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** Runs to the end; answers all that was said. */
async function finishes(world, command, args, { minutes, exit = 0, cwd = world.checkout }) {
  const child = spawn(command, args, { cwd, env: world.env, ...world.identity, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  world.children.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { output += text; });
  const timer = setTimeout(() => killGroup(child, 'SIGKILL'), minutes * 60_000);
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  if (code !== exit) throw new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}, not ${exit}: ${output.slice(-3000)}`);
  return output;
}

async function step(name, work) {
  const began = performance.now();
  try {
    const note = await work();
    tally.passed += 1;
    process.stdout.write(`ok   ${name}${typeof note === 'string' ? `: ${note}` : ''} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
  } catch (error) {
    tally.failed += 1;
    process.stdout.write(`FAIL ${name}: ${error.message}\n`);
    throw error;
  }
}

/** A time that is too long is a failure, and nothing depends on it. */
function limit(what, seconds, allowed) {
  const ok = seconds <= allowed * slack;
  tally[ok ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${what}: ${seconds.toFixed(1)} s, ${allowed} s are allowed${slack === 1 ? '' : ` (times ${slack}: a busy machine)`}\n`);
}

/** An ordinary user without rights, removed afterwards. */
function makeUser() {
  execFileSync('useradd', ['--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', prover]);
  return { uid: Number(execFileSync('id', ['-u', prover])), gid: Number(execFileSync('id', ['-g', prover])) };
}

function cleanUp({ home, data: first, identity }) {
  for (const data of [first, join(home, 'elsewhere')]) {
    // After a failed step PostgreSQL may still run: it outlives its parent.
    const postgres = postmasterPid(data);
    if (postgres !== undefined && existsSync(`/proc/${postgres}`)) process.kill(postgres, 'SIGKILL');
    const location = join(data, 'postgres.location');
    if (existsSync(location)) for (const suffix of ['', '.workspace']) rmSync(readFileSync(location, 'utf8').trim() + suffix, { recursive: true, force: true });
  }
  rmSync(home, { recursive: true, force: true });
  if (identity.uid !== undefined) execFileSync('userdel', [prover]);
}

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended by itself.
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

function npmConfig(key) {
  const value = execFileSync('npm', ['config', 'get', key], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  return ['null', 'undefined'].includes(value) ? '' : value;
}

function modeOf(file) {
  return execFileSync('stat', ['-c', '%a', file], { encoding: 'utf8' }).trim();
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}
