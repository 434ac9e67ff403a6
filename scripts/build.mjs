// Builds what runs: dist/cli.js with its workers (esbuild, packages stay in node_modules) and dist/web (Vite).
// Skips what is newer than its sources, so that `npm start` is quick the second time.
import { existsSync, readdirSync, statSync, writeFileSync, rmSync, chmodSync, cpSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

// A package installed from its archive has no sources: it was built before it was packed.
if (!existsSync('src')) process.exit(0);
if (!existsSync('node_modules/esbuild') || !existsSync('node_modules/vite')) {
  process.stderr.write('hymnsheet: the build tools are not installed; run `npm ci` without --omit=dev first\n');
  process.exit(process.env.npm_lifecycle_event === 'prepare' ? 0 : 2);
}

const force = process.argv.includes('--force');
const stamp = 'dist/.built';
if (!force && existsSync(stamp) && newest(['src', 'migrations', 'package.json', 'package-lock.json', 'scripts/build.mjs', 'vite.config.ts']) <= statSync(stamp).mtimeMs) process.exit(0);

const began = Date.now();
const { build } = await import('esbuild');
rmSync('dist', { recursive: true, force: true });
const common = { bundle: true, packages: 'external', platform: 'node', target: 'node20.19', format: 'esm', sourcemap: true, sourcesContent: false, logLevel: 'warning' };
await build({ ...common, entryPoints: { cli: 'src/cli/main.ts' }, outdir: 'dist', splitting: true, chunkNames: 'parts/[name]-[hash]', banner: {} });
const workers = files('src').filter((f) => f.endsWith('.worker.ts') && !f.startsWith('src/web/'));
for (const w of workers) await build({ ...common, entryPoints: { [basename(w).replace(/\.ts$/, '')]: w }, outdir: 'dist/workers' });
for (const asset of files('src').filter((f) => f.endsWith('.typ'))) cpSync(asset, join('dist', basename(asset)));
chmodSync('dist/cli.js', 0o755);
const { build: web } = await import('vite');
await web({ logLevel: 'warn' });
writeFileSync(stamp, `${new Date().toISOString()}\n`);
process.stderr.write(`hymnsheet: built in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath ?? e.path, e.name));
}

function newest(paths) {
  return Math.max(...paths.filter((p) => existsSync(p)).flatMap((p) => (statSync(p).isDirectory() ? files(p) : [p])).map((f) => statSync(f).mtimeMs));
}
