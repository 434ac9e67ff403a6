import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import { canonical, currentRecords, type AsOf, type RecordVersion } from '../../platform/register/index.ts';
import { figureTime, processKind, type Process } from '../../organisation/index.ts';
import { citedRecord, type Claim, type ClaimDocument } from '../../evidence/claims/index.ts';
import { type SavedView, savedViewKind } from '../../processes/saved-views/index.ts';
import { measureServices } from '../../basics/health/index.ts';
import { sheetInput, sheetNames, type SheetFlow } from '../assemble.ts';
import type { Brief, Sheet, Verification } from '../schemas.ts';
import { composeSheet, wordingVersion } from '../sheet/compose.ts';
import type { Recomputed } from './recompute.ts';
import { listed, viewStatement } from '../views/index.ts';
import { type TextDifference, textDifferences } from './texts.ts';

/** A minute for the sheet's own age and a good while to make it: no brief's moment is farther from when it was kept. */
const slackMs = 5 * 60_000;

/** Makes the sheet of a brief again from its inputs as recorded, and names every text that is not what it says. */
export async function verifyTexts(db: Db, again: Recomputed, brief: Brief): Promise<Verification['texts']> {
  const { sheet } = brief;
  if (sheet.wording !== wordingVersion) {
    return { checked: textDifferences(sheet, sheet).checked, same: 0, note: `wording changed v${sheet.wording} → v${wordingVersion}`, differ: [] };
  }
  const told = textDifferences(sheet, await sheetAgain(db, again, brief));
  const views = await viewDifferences(db, again, brief);
  const [checked, differ] = [told.checked + brief.views.length, [...told.differ, ...views]];
  return { checked, same: checked - Math.min(checked, differ.length), note: null, differ };
}

/** The saved views of a brief that say something else when made again from their records and claims. */
async function viewDifferences(db: Db, again: Recomputed, { views, claims, sheet }: Brief): Promise<TextDifference[]> {
  const out: TextDifference[] = [];
  for (const view of views) {
    const record = (await citedRecord(db, { id: `${savedViewKind.name}/${view.id}`, version: view.version })) as RecordVersion<SavedView> | undefined;
    const made: Claim[] = [];
    for (const claim of claims.filter((c) => view.statement.claims.includes(c.id))) {
      const found = await again.claim(claim, 'as recorded');
      made.push({ ...('claim' in found ? found.claim : claim), rows: null });
    }
    const asOf = Date.parse(sheet.asOf);
    const now = record === undefined ? { ...view, statement: viewStatement(made, asOf) } : listed(record, made, asOf);
    if (canonical(now) !== canonical(view)) out.push({ place: `saved view “${view.name}”`, written: `${view.name}: ${view.statement.plain} ${view.to}`, again: `${now.name}: ${now.statement.plain} ${now.to}` });
  }
  return out;
}

/** The sheet of a brief as its inputs on record give it; of its own texts nothing is taken over. */
export async function sheetAgain(db: Db, again: Recomputed, brief: Brief): Promise<Sheet> {
  const known = await knownThen(db, brief);
  const kept = new Date(brief.createdAt).getTime();
  const said = new Date(brief.sheet.asOf).getTime();
  // Where time runs the sheet says its own moment, which is when it was kept; another one is not taken from the document.
  const moment = Math.abs(kept - said) <= slackMs ? said : kept;
  const time = await figureTime(db, { now: () => new Date(moment) }, known);
  const processes: SheetFlow[] = [];
  for (const process of await currentRecords(db, processKind, known)) processes.push(await flowAgain(again, brief, process));
  const records = await again.healthRecords(brief.claims, known);
  const basics = measureServices(records, { asOf: time.asOf, pinned: time.pinned, zone: time.company.zone, ...sinceWhen(brief.claims) }, time.asOf.getTime());
  return composeSheet(sheetInput({ time, processes, basics, names: await sheetNames(db, time, known) }));
}

/**
 * The registers as they were known when a brief was kept. A workspace that is younger than the brief, as a folder applied to verify it,
 * has no such past: then it is read as it stands.
 */
async function knownThen(db: Db, { createdAt }: Brief): Promise<AsOf> {
  const at = new Date(createdAt);
  const older = await db.selectFrom('registerVersion').select(sql<number>`1`.as('one')).where('kind', '=', 'company').where('recordedAt', '<=', at).limit(1).executeTakeFirst();
  return older === undefined ? {} : { knownAt: at, validAt: at };
}

/** A process as the brief measured it: from its inputs as recorded; where they are gone, the brief's own claims are what is left. */
async function flowAgain(again: Recomputed, { claims, sheet }: Brief, current: RecordVersion<Process>): Promise<SheetFlow> {
  const own = claims.filter((c) => c.subject.kind === 'process' && c.subject.id === current.id && !('filter' in c.parameters));
  if (own[0] === undefined) return { process: current, claims: [], series: [] };
  const evidence = await again.process(own[0]);
  if (evidence !== undefined) return { process: evidence.process, claims: evidence.claims, series: evidence.series };
  const charts = sheet.charts.filter((c) => c.title.claims.some((id) => own.some((claim) => claim.id === id)));
  return { process: current, claims: own.map((c) => ({ ...c, rows: null })), series: charts.flatMap((c) => c.series) };
}

/** Since when stops were on record, as the claims of services say it; without one, the records themselves tell. */
function sinceWhen(claims: readonly ClaimDocument[]): { knownFrom?: number | null } {
  const said = claims.find((c) => c.subject.kind !== 'process' && 'knownFrom' in c.parameters)?.parameters['knownFrom'];
  return said === undefined ? {} : { knownFrom: typeof said === 'string' ? Date.parse(said) : null };
}
