import { expect, test } from 'vitest';
import { exportFolder, type FolderFile } from '../../src/platform/company-folder/index.ts';
import { currentRecords } from '../../src/platform/register/index.ts';
import { applyFiles, edited, kinds, smallCompany, workspace } from './harness.ts';

const services = 5000;
const incidents = 20_000;

/** The small company with services in long chains and many incidents. */
async function large(): Promise<FolderFile[]> {
  const more = Array.from({ length: services }, (_, i) => `s-${i}: { name: Service ${i}, owner: technology-director, tier: ${(i % 4) + 1}, dependencies: [{ service: s-${(i * 7 + 1) % services === i ? 0 : (i * 7 + 1) % services} }] }`).filter((_, i) => i > 0);
  const rows = Array.from({ length: incidents }, (_, i) => `L-${i},Stop ${i},s-${(i % (services - 1)) + 1},unplanned,,2026-02-03T09:10:00Z,,2026-02-03T11:00:00Z,`);
  const text = (lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
  const extra = { path: 'services/many.yaml', bytes: text([...more, 's-0: { name: First, owner: technology-director, tier: 1 }']) };
  return [...edited(await smallCompany(), 'incidents.csv', (t) => `${t}${rows.join('\n')}\n`), extra];
}

test('a company of 5,000 services and 20,000 incidents is applied, applied again and exported', async () => {
  const ws = await workspace();
  const files = await large();
  const took: string[] = [];
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    took.push(`${what} ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return result;
  };
  expect((await timed('first apply', () => applyFiles(ws.as(), files, kinds))).create.length).toBe(22 + services + incidents);
  expect((await timed('again', () => applyFiles(ws.as(), files, kinds))).unchanged.length).toBe(22 + services + incidents);
  const exported = await timed('export', () => exportFolder(ws.db, kinds));
  expect((await applyFiles(ws.as(), exported.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) })), kinds)).unchanged.length).toBe(22 + services + incidents);
  expect((await timed('reading all services', () => currentRecords(ws.db, kinds.of('service')))).length).toBe(5 + services);
  process.stdout.write(`${took.join(', ')}\n`);
  await ws.close();
}, 300_000);
