// Writes every generated file: the API description and its client types, the list of error codes, JSON Schemas of the company folder,
// and the command line's help. `--check` writes nothing and fails where a committed file differs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { describeApi } from '../src/app.ts';
import { commandHelp } from '../src/cli/program.ts';
import { codes } from '../src/platform/errors/index.ts';
import { generateSchemas } from '../src/platform/company-folder/index.ts';
import { kinds } from '../src/app.ts';

const check = process.argv.includes('--check');
const api = await describeApi();
const files: Record<string, string> = {
  'docs/openapi.json': `${JSON.stringify(api, null, 1)}\n`,
  'src/platform/api-client/api.gen.ts': astToString(await openapiTS(api as unknown as Parameters<typeof openapiTS>[0])),
  'docs/errors.md': errorList(),
  'docs/command-line.md': commandHelp(),
  ...Object.fromEntries(Object.entries(generateSchemas(kinds)).map(([name, schema]) => [`schemas/${name}`, `${JSON.stringify(schema, null, 1)}\n`])),
};

const stale = Object.entries(files).filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text).map(([path]) => path);
if (check && stale.length > 0) {
  process.stdout.write(`Out of date: ${stale.join(', ')}. Run \`npm run generate\` and commit.\n`);
  process.exit(1);
}
for (const path of check ? [] : stale) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, files[path] ?? '');
  process.stdout.write(`wrote ${path}\n`);
}
process.exit(0);

function errorList(): string {
  const rows = Object.entries(codes).map(([code, c]) => `| \`${code}\` | ${c.status} | ${c.exit} | ${c.title} |`);
  return `# Errors\n\nEvery problem (RFC 9457) carries one of these codes; the command line exits with the number in the third column. Generated from src/platform/errors/codes.ts.\n\n| code | HTTP status | exit code | title |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
