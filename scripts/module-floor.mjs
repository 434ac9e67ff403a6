// A boundary checker that sees nothing passes everything: it must have cruised as many modules as there are sources.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const { stdout } = spawnSync('node_modules/.bin/depcruise', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
const seen = JSON.parse(stdout).modules.filter((m) => m.source.startsWith('src/')).length;
const sources = readdirSync('src', { recursive: true }).filter((f) => /\.tsx?$/.test(String(f)) && !String(f).endsWith('.gen.ts')).length;
process.stdout.write(`${seen} of ${sources} modules cruised\n`);
process.exit(seen >= sources * 0.95 ? 0 : 1);
