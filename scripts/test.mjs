// `npm test`: installs what the tests need, runs every check and ends with one line `N passed, N failed`.
// --quick: types, lint, boundaries and unit tests (`npm run check`). --full: adds the long simulations and the proof on a clean clone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const quick = process.argv.includes('--quick');
const full = process.argv.includes('--full');
const tally = { passed: 0, failed: 0, skipped: 0 };
const began = Date.now();

if (!existsSync('node_modules/.package-lock.json')) must('Installing packages', 'npm', ['ci', '--no-fund', '--no-audit']);

const bin = (name) => join(root, 'node_modules/.bin', name);
check('types', bin('tsc'), ['-p', '.']);
check('lint', bin('oxlint'), ['--quiet']);
check('boundaries', bin('depcruise'), ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']);
check('boundaries see the whole tree', process.execPath, ['scripts/module-floor.mjs']);
check('nothing dead', bin('knip'), ['--no-progress']);
if (!quick) {
  check('generated files are current', bin('tsx'), ['scripts/generate.ts', '--check']);
  must('Building', process.execPath, ['scripts/build.mjs']);
  browser();
}
if (full) check('both commands on a clean clone', process.execPath, ['scripts/prove-fresh.mjs']);
vitest(['unit', ...(quick ? [] : ['integration', 'e2e']), ...(full ? ['slow'] : [])]);

const seconds = ((Date.now() - began) / 1000).toFixed(0);
process.stdout.write(`\nin ${seconds} s\n${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}\n`);
process.exit(tally.failed > 0 ? 1 : 0);

function check(name, command, args) {
  const start = Date.now();
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NO_COLOR: '1' } });
  tally[status === 0 ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)\n`);
}

function must(what, command, args) {
  process.stdout.write(`${what} …\n`);
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return;
  process.stdout.write(`${what} failed\n${tally.passed} passed, ${tally.failed + 1} failed\n`);
  process.exit(1);
}

function vitest(projects) {
  const folder = mkdtempSync(join(tmpdir(), 'hymnsheet-test-'));
  const report = join(folder, 'report.json');
  for (const project of projects) {
    process.stdout.write(`\n— ${project} —\n`);
    const { status } = spawnSync(bin('vitest'), ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NO_COLOR: '1' } });
    const r = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
    rmSync(report, { force: true });
    tally.passed += r?.numPassedTests ?? 0;
    tally.skipped += (r?.numPendingTests ?? 0) + (r?.numTodoTests ?? 0);
    // A file that fails before its tests are counted, or a runner that dies, is a failure too.
    tally.failed += Math.max(r?.numFailedTests ?? 0, status === 0 ? 0 : 1);
  }
  rmSync(folder, { recursive: true, force: true });
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
