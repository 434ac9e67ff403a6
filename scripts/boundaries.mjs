// Which folder may import which (.dependency-cruiser.cjs). A checker that sees nothing passes everything: it must have cruised the sources.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const { stdout, stderr } = spawnSync('node_modules/.bin/depcruise', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${stderr || stdout}`);
const { modules, summary } = JSON.parse(stdout);
for (const { rule, from, to, cycle } of summary.violations) process.stdout.write(`${rule.severity} ${rule.name}: ${[from, ...(cycle?.map((m) => m.name) ?? [to])].join(' → ')}\n`);
const seen = modules.filter((m) => m.source.startsWith('src/')).length;
const sources = readdirSync('src', { recursive: true }).filter((f) => /\.tsx?$/.test(String(f)) && !String(f).endsWith('.gen.ts')).length;
if (seen < sources * 0.95) process.stdout.write(`only ${seen} of ${sources} modules were cruised\n`);
process.exit(summary.error === 0 && seen >= sources * 0.95 ? 0 : 1);
