import { expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { incidentKind, type Incident } from '../../../src/basics/incidents/index.ts';
import { serviceKind } from '../../../src/basics/services/index.ts';
import { supplierKind } from '../../../src/basics/suppliers/index.ts';
import { measureKind } from '../../../src/evidence/measures/index.ts';
import { calendarKind, companyKind, functionKind, personKind, postKind, processKind, termKind } from '../../../src/organisation/index.ts';
import { loadFolder, planFolder, readFolder } from '../../../src/platform/company-folder/index.ts';
import { kindsByName, type AnyKind } from '../../../src/platform/register/index.ts';
import { processLinkKind } from '../../../src/processes/link-register/index.ts';
import { processRuleKind } from '../../../src/processes/conformance/index.ts';
import { eventLogKind } from '../../../src/processes/log-register/index.ts';

const kinds: readonly AnyKind[] = [companyKind, personKind, postKind, functionKind, calendarKind, processKind, serviceKind, supplierKind, measureKind, eventLogKind, processLinkKind, processRuleKind, incidentKind, termKind];
const folder = readFolder(await loadFolder(fileURLToPath(new URL('../../northgate', import.meta.url)), kinds), kinds);
const recordsOf = (kind: AnyKind) => folder.records.filter((r) => r.kind.name === kind.name);

test('the folder is read without a fault, and has records of every kind', () => {
  expect(folder.errors).toEqual([]);
  expect(kinds.filter((k) => recordsOf(k).length === 0).map((k) => k.name)).toEqual([]);
  expect(recordsOf(serviceKind).length).toBeGreaterThanOrEqual(25);
  expect(recordsOf(supplierKind)).toHaveLength(3);
});

test('a plan for an empty workspace creates all of it, with two things for a person to confirm', () => {
  const plan = planFolder(folder, [], kindsByName(kinds));
  expect(plan.errors).toEqual([]);
  expect(plan.create).toHaveLength(folder.records.length);
  expect(plan.findings.map((f) => `${f.kind} ${f.id}: ${f.detail}`).sort()).toEqual([
    'incident CHG-2026-0723: Maintenance announced only after it began counts as an unplanned stop',
    'service core-network: These services need each other and can only be restarted together',
  ]);
});

test('nine stops were not planned and one of them goes on', () => {
  const incidents = recordsOf(incidentKind).map((r) => ({ id: r.id, body: r.body as Incident }));
  expect(incidents.filter((r) => r.body.kind === 'unplanned')).toHaveLength(9);
  expect(incidents.filter((r) => r.body.impactEnd === undefined).map((r) => r.id)).toEqual(['INC-2026-1109']);
});
