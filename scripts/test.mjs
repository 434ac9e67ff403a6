// `npm test`: installs what the tests need, runs every check and ends with one line `N passed, N failed`.
// --quick: types, lint, boundaries and the unit tests that take no more than a moment (`npm run check`).
// --full: adds the long simulations, the proof on clean clones, and a picture of every page in test-results/.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const quick = process.argv.includes('--quick');
const full = process.argv.includes('--full');
const env = { ...process.env, NO_COLOR: '1', ...(full ? { HYMNSHEET_PICTURES: '1' } : {}), ...(quick ? { HYMNSHEET_TEST_QUICK: '1' } : { HYMNSHEET_TEST_BUILT: '1' }) };
const tally = { passed: 0, failed: 0, skipped: 0 };
const began = Date.now();
const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);

if (!existsSync('node_modules/.package-lock.json')) must('Installing packages', 'npm', ['ci', '--no-fund', '--no-audit']);
if (!quick) {
  browser();
  must('Building', process.execPath, ['scripts/build.mjs']);
}

const bin = (name) => join(root, 'node_modules/.bin', name);
const checks = [
  // What the last run knew helps who runs this every few minutes; on a clean clone, writing it down costs a quarter.
  ['types', bin('tsc'), ['-p', '.', ...(quick ? [] : ['--incremental', 'false'])]],
  ...(quick ? [] : [['npm start: once, twice, stopped, again, killed, again', process.execPath, ['scripts/prove-fresh.mjs', '--here', '--slack', '10']]]),
  ['lint', bin('oxlint'), ['--quiet']],
  ['boundaries', process.execPath, ['scripts/boundaries.mjs']],
  ['nothing dead', bin('knip'), ['--no-progress']],
  ...(quick ? [] : [['generated files are current', bin('tsx'), ['scripts/generate.ts', '--check']]]),
];
// Types take as long as all the rest of the quick part.
if (quick) await Promise.all([runChecks(), vitest(['unit'])]);
else {
  await runChecks();
  if (full) await check('both commands on clean clones', process.execPath, ['scripts/prove-fresh.mjs']);
  await vitest(['unit', 'integration']);
  // Each file has a browser and a server of its own, and waits for them half of the time.
  await vitest(['e2e'], '--maxWorkers=3');
  if (full) await vitest(['slow']);
}

process.stdout.write(`\nin ${seconds(began)} s\n${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}\n`);
process.exit(tally.failed > 0 ? 1 : 0);

/** Two at a time. */
async function runChecks() {
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    for (let next = checks.shift(); next !== undefined; next = checks.shift()) await check(...next);
  }));
}

/** Runs beside others, so that what it says is printed when it has ended. */
async function check(name, command, args) {
  const start = Date.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { said += text; });
  const status = await new Promise((resolve) => { child.once('close', resolve).once('error', (error) => { said += error.message; resolve(1); }); });
  tally[status === 0 ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${said}${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(start)} s)\n`);
}

function must(what, command, args) {
  process.stdout.write(`${what} …\n`);
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return;
  process.stdout.write(`${what} failed\n${tally.passed} passed, ${tally.failed + 1} failed\n`);
  process.exit(1);
}

async function vitest(projects, ...more) {
  const folder = mkdtempSync(join(tmpdir(), 'hymnsheet-test-'));
  const report = join(folder, 'report.json');
  const start = Date.now();
  process.stdout.write(`\n— ${projects.join(', ')} —\n`);
  const child = spawn(bin('vitest'), ['run', ...projects.flatMap((p) => ['--project', p]), ...more, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { stdio: ['ignore', 'inherit', 'inherit'], env });
  const status = await new Promise((resolve) => { child.once('close', resolve).once('error', () => resolve(1)); });
  const r = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(folder, { recursive: true, force: true });
  tally.passed += r?.numPassedTests ?? 0;
  tally.skipped += (r?.numPendingTests ?? 0) + (r?.numTodoTests ?? 0);
  // A file that fails before its tests are counted, or a runner that dies, is a failure too.
  tally.failed += Math.max(r?.numFailedTests ?? 0, status === 0 ? 0 : 1);
  process.stdout.write(`${projects.join(', ')}: ${seconds(start)} s\n`);
}

function browser() {
  if (['/usr/bin/chromium', '/usr/bin/chromium-browser'].some((p) => existsSync(p))) return;
  if (process.getuid?.() !== 0) {
    process.stdout.write('The browser tests need Chromium: install Debian’s with `sudo apt-get install chromium`, then run npm test again.\n0 passed, 1 failed\n');
    process.exit(1);
  }
  must('Looking for packages (apt-get update)', 'apt-get', ['update', '-qq']);
  must('Installing Chromium', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
}
