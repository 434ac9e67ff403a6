import type { Claim, RowsAnswer } from '../../evidence/claims/index.ts';
import { citedRecord } from '../../evidence/claims/index.ts';
import { calendarKind, functionKind, processKind, type Calendar, type FigureTime, type Process } from '../../organisation/index.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import { Problem, problem } from '../../platform/errors/index.ts';
import { currentRecords, type RecordVersion } from '../../platform/register/index.ts';
import { versionOf } from '../catalogue/index.ts';
import { type DatasetVersion, inSession, type Manifest } from '../event-logs/index.ts';
import { processLinkKind, type ProcessLink } from '../link-register/index.ts';
import { measuredAsOf, processInputs, rulesOf, type EventStore, type ProcessInputs } from '../performance/evidence.ts';
import { edgeClaims } from './claims.ts';
import { pathOf } from './functions.ts';
import { inHandOvers, withHandOvers, type HandOverQuestion } from './hand-overs.ts';
import { measureEdge } from './measure.ts';
import { edgesOf, type Edge, type EdgeFigures, type Window } from './model.ts';
import { allPairs, pairColumns, pairsPage, type PairsQuestion } from './rows.ts';

/** Seconds that measuring an edge may take. */
const MOST_SECONDS = 60;

/** An edge with what it rests on; a side without inputs has no data yet. */
export interface EdgeInputs {
  readonly link: RecordVersion<ProcessLink>;
  readonly edge: Edge;
  readonly from: ProcessInputs | undefined;
  readonly to: ProcessInputs | undefined;
}

/** What was measured of an edge, or why nothing was. */
export interface EdgeEvidence extends EdgeInputs {
  readonly figures: EdgeFigures | null;
  readonly why: string | null;
  readonly claims: readonly Claim[];
}

/** The functions by name, and the path to each from the root of the tree. */
export async function functionTree(db: Db | Tx) {
  const records = await currentRecords(db, functionKind);
  const parents = new Map(records.map((f) => [f.id, f.body.parent]));
  return { names: new Map(records.map((f) => [f.id, f.body.name])), pathOf: (id: string) => pathOf(parents, id) };
}

/** Hand-overs between processes by their inputs: nothing is worked out twice while nothing changed. */
export class HandOverMeasures {
  readonly #store: EventStore;
  readonly #seconds: number;
  readonly #known = new Map<string, Promise<EdgeEvidence>>();

  constructor(store: EventStore, { seconds = MOST_SECONDS }: { readonly seconds?: number } = {}) {
    this.#store = store;
    this.#seconds = seconds;
  }

  /** The edges of all links, or of one. */
  async edges(db: Db, link?: string): Promise<EdgeInputs[]> {
    const links = (await currentRecords(db, processLinkKind)).filter((l) => link === undefined || l.id === link);
    const wanted = new Set(links.flatMap((l) => [l.body.from.process, l.body.to.process]));
    const inputs = new Map<string, ProcessInputs | undefined>();
    for (const process of await currentRecords(db, processKind)) if (wanted.has(process.id)) inputs.set(process.id, await processInputs(db, this.#store, process));
    return links.flatMap((l) => edgesOf(l.id, l.body).map((edge) => ({ link: l, edge, from: inputs.get(edge.from.process), to: inputs.get(edge.to.process) })));
  }

  /** What is measured of an edge now. */
  async of(inputs: EdgeInputs, time: FigureTime, computedAt: number): Promise<EdgeEvidence> {
    const { from, to, edge, link } = inputs;
    if (from === undefined || to === undefined) return { ...inputs, figures: null, why: `${from === undefined ? 'The first' : 'The second'} process has no event log with data yet`, claims: [] };
    const asOf = measuredAsOf(time, to.process.body.zone);
    const slot = `${link.id} ${edge.back} `;
    const key = slot + [link.hash, ...[from, to].flatMap((p) => [p.process.hash, p.calendar?.hash, p.log.hash, p.dataset.version.id]), asOf].join(' ');
    let found = this.#known.get(key);
    if (found === undefined) {
      for (const old of this.#known.keys()) if (old.startsWith(slot)) this.#known.delete(old);
      found = this.#measured({ ...inputs, from, to }, asOf, computedAt);
      this.#known.set(key, found);
      found.catch(() => this.#known.delete(key));
    }
    // Said of the link, but not kept: another time there may be less to do.
    return found.catch((error: unknown) => unmeasured(inputs, error, ['too-long']));
  }

  async #measured(inputs: EdgeInputs & { readonly from: ProcessInputs; readonly to: ProcessInputs }, asOf: number, computedAt: number): Promise<EdgeEvidence> {
    const { from, to, edge, link } = inputs;
    const { zone } = to.process.body;
    const c = await this.#store.engine.connect();
    const late = AbortSignal.timeout(this.#seconds * 1000);
    try {
      const figures = await measureEdge(c, questionOf(inputs, asOf, late), zone);
      const claims = edgeClaims({ edge, name: link.body.name, processes: { from: from.process.body.name, to: to.process.body.name }, logs: { from: from.log.id, to: to.log.id }, zone, figures, sources: sourcesOf(inputs), asOf, computedAt });
      return { ...inputs, figures, why: null, claims };
    } catch (error) {
      if (late.aborted) throw problem('too-long', { detail: `Measuring it took longer than ${this.#seconds} seconds`, wanted: 'event logs of fewer cases' }, error);
      return unmeasured(inputs, error, ['bad-input', 'too-few-people']);
    } finally {
      c.close();
    }
  }
}

/** What a link asks for may not be in the logs, or take too long: that is said of it, and the other links are measured all the same. */
function unmeasured(inputs: EdgeInputs, error: unknown, known: readonly string[]): EdgeEvidence {
  if (!(error instanceof Problem) || !known.includes(error.code)) throw error;
  return { ...inputs, figures: null, why: `${error.detail}${error.value === undefined ? '' : `: “${error.value}”`}`, claims: [] };
}

/** The question of an edge with its inputs. */
export function questionOf({ edge, from, to }: { readonly edge: Edge; readonly from: ProcessInputs; readonly to: ProcessInputs }, asOf: number, signal?: AbortSignal): HandOverQuestion {
  return { edge, from: from.dataset.version, to: to.dataset.version, calendar: rulesOf(to).calendar, asOf, signal };
}

function sourcesOf({ link, from, to }: EdgeInputs & { readonly from: ProcessInputs; readonly to: ProcessInputs }): Claim['sources'] {
  const logs = [from, to].map(({ log, dataset }) => ({ kind: 'event-log' as const, id: log.id, version: dataset.version.id, name: log.body.name, recordedAt: dataset.importedAt.toISOString(), evidenceUpTo: new Date(dataset.version.manifest.lastEvent / 1000).toISOString() }));
  const records = [link, from.process, to.process, ...(to.calendar === undefined ? [] : [to.calendar])].map((r) => ({ kind: 'record' as const, id: `${r.kind}/${r.id}`, version: r.hash, name: r.body.name, recordedAt: r.recordedAt.toISOString(), evidenceUpTo: null }));
  return [...logs, ...records];
}

/** Answers the question “hand-overs” of an edge's claims. */
export function handOversAnswer({ engine, dir }: EventStore): RowsAnswer {
  return {
    page: async ({ actor, db }, claim, page, signal) => {
      const { question, pairs } = await behind(db, dir, claim);
      return inSession({ engine }, { by: actor.id, signal }, (c, ends) => withHandOvers(c, { ...question, signal: ends }, (h) => pairsPage(h, pairs, page)));
    },
    all: async ({ actor, db }, claim, signal) => {
      const { question, pairs } = await behind(db, dir, claim);
      return { columns: pairColumns(pairs, question.calendar !== null), pieces: piecesOf(() => engine.connect({ by: actor.id, signal }), { ...question, signal }, pairs) };
    },
  };
}

/** All pairs in pieces; the connection is asked for with the first and closed with the last. */
async function* piecesOf(connect: () => ReturnType<EventStore['engine']['connect']>, question: HandOverQuestion, pairs: PairsQuestion) {
  const c = await connect();
  try {
    yield* inHandOvers(c, question, (h) => allPairs(h, pairs));
  } finally {
    c.close();
  }
}

/** The versions that a claim cites, and which of their rows lie behind the figure. */
async function behind(db: Db | Tx, dir: string, claim: Claim): Promise<{ question: HandOverQuestion; pairs: PairsQuestion }> {
  const { which, start, end, window, asOf } = claim.rows!.parameters as { which: PairsQuestion['which']; start: number; end: number; window: string; asOf: number };
  const { from, to, givenUpAfterSeconds, horizonSeconds, logs } = claim.parameters as unknown as Pick<Edge, 'from' | 'to' | 'givenUpAfterSeconds'> & { horizonSeconds: number | null; logs: { from: string; to: string } };
  const cited = async <T>(kind: string, id?: string) => {
    const source = claim.sources.find((s) => (id === undefined ? s.id.startsWith(`${kind}/`) : s.id === `${kind}/${id}`));
    return source === undefined ? undefined : ((await citedRecord(db, source)) as RecordVersion<T> | undefined);
  };
  const process = await cited<Process>(processKind.name, to.process);
  const calendar = process === undefined ? null : rulesOf({ process, calendar: await cited<Calendar>(calendarKind.name) }).calendar;
  const span: Window = { id: window, start, end };
  return { question: { edge: { from, to, givenUpAfterSeconds }, from: await kept(db, dir, claim, logs.from), to: await kept(db, dir, claim, logs.to), calendar, asOf }, pairs: { which, window: span, horizonSeconds } };
}

async function kept(db: Db | Tx, dir: string, claim: Claim, log: string): Promise<DatasetVersion> {
  const cited = claim.sources.find((s) => s.kind === 'event-log' && s.id === log)!;
  const row = await versionOf(db, log, cited.version);
  if (row === undefined || row.collectedAt !== null) throw problem('rows-destroyed', { detail: 'The rows behind this figure were destroyed, as the retention of their event log asks; the figure stays on record', value: cited.version.slice(0, 12), wanted: 'a figure of a dataset version that is still kept' });
  return { id: row.id, manifest: row.manifest as Manifest, dir };
}
