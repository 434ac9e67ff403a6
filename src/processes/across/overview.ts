import { saveClaims } from '../../evidence/claims/index.ts';
import { figureTime, type Process, processKind } from '../../organisation/index.ts';
import { currentRecords } from '../../platform/register/index.ts';
import type { Ctx } from '../../platform/write/index.ts';
import { functionTree, type EdgeEvidence } from './evidence.ts';
import { betweenSteps } from './function-rows.ts';
import { byFunctions } from './functions.ts';
import { delayPrice } from '../performance/index.ts';
import type { EdgeFigures, Side, WeekOfWaits } from './model.ts';
import type { AcrossParts } from './routes.ts';

type Named = { readonly id: string; readonly name: string };

/** All processes with their weekly figures, what is handed over between them, and the same by function. */
export async function overview({ db, clock }: Ctx, { measures, handOvers }: Pick<AcrossParts, 'measures' | 'handOvers'>) {
  const time = await figureTime(db, clock);
  const computedAt = clock.now().getTime();
  const tree = await functionTree(db);
  const named = (id: string): Named => ({ id, name: tree.names.get(id) ?? id });
  const processes = [];
  for (const { process, evidence } of await measures.all(db, time, computedAt)) {
    const claims = (evidence?.claims ?? []).filter((c) => c.measure === 'throughput' || c.measure === 'cycle-time-median');
    const { name, case: one, owner, function: id } = process.body;
    processes.push({ id: process.id, name, case: one, owner, function: named(id), area: named(tree.pathOf(id)[0] ?? id), eventLog: claims[0]?.sources.find((s) => s.kind === 'event-log')?.id ?? null, claims });
  }
  const evidence: EdgeEvidence[] = [];
  for (const edge of await handOvers.edges(db)) evidence.push(await handOvers.of(edge, time, computedAt));
  const shown = evidence.filter((e) => !isIdle(e, evidence));
  await saveClaims(db, [...processes.flatMap((p) => p.claims), ...shown.flatMap((e) => e.claims)]);
  const records = new Map((await currentRecords(db, processKind)).map((p) => [p.id, p.body]));
  const side = (s: Side & { readonly process: string }, inputs: EdgeEvidence['from']) => ({
    process: s.process, name: records.get(s.process)?.name ?? s.process, function: named(records.get(s.process)?.function ?? ''), eventLog: inputs?.log.id ?? null,
    key: s.key, activities: s.activities === null ? null : [...s.activities], only: s.only === null ? null : { attribute: s.only.attribute, values: [...s.only.values] },
  });
  const edges = shown.map((e) => ({
    link: e.link.id, back: e.edge.back, name: e.link.body.name, owner: e.link.body.owner, from: side(e.edge.from, e.from), to: side(e.edge.to, e.to), why: e.why,
    zone: records.get(e.edge.to.process)?.zone ?? 'UTC', ...figuresOf(e.figures), claims: [...e.claims],
    cost: costOf(e.figures, records.get(e.edge.to.process)),
  }));
  const { pairs, within } = byFunctions(shown.flatMap((e) => betweenSteps(e, tree)));
  return {
    asOf: time.asOf.toISOString(), processes, edges: edges.toSorted((a, b) => (b.wait?.total ?? 0) - (a.wait?.total ?? 0)),
    functions: pairs.map((f) => ({ ...f, from: named(f.from), to: named(f.to) })), withinFunctions: within,
  };
}

/** What the waits of an edge cost the process that takes up. */
function costOf(figures: EdgeFigures | null, taking: Process | undefined) {
  const span = (times: EdgeFigures['inWindow']['wait']) => (times === null ? null : { low: times.total, high: times.total });
  const [elapsed, working] = [span(figures?.inWindow.wait ?? null), span(figures?.inWindow.working ?? null)];
  return elapsed === null ? null : delayPrice({ elapsed, working }, taking?.delayCostAnHour);
}

/** Of a link that names no steps, the direction in which nothing was ever handed over: it is left out. */
function isIdle(e: EdgeEvidence, all: readonly EdgeEvidence[]): boolean {
  const n = (x: EdgeEvidence) => x.figures?.whole.wait?.n ?? 0;
  const other = all.find((o) => o.link.id === e.link.id && o !== e);
  return n(e) === 0 && (e.edge.back || (other !== undefined && n(other) > 0));
}

function figuresOf(f: EdgeFigures | null) {
  const window = f === null ? null : { id: f.window.id, from: new Date(f.window.start).toISOString(), to: new Date(f.window.end).toISOString() };
  return { window, wait: f?.inWindow.wait ?? null, working: f?.inWindow.working ?? null, whole: f?.whole.wait ?? null, senders: f?.senders ?? null, partners: f?.partners ?? null, series: f === null ? [] : seriesOf(f.weeks) };
}

function seriesOf(weeks: readonly WeekOfWaits[]) {
  const points = (of: (w: NonNullable<WeekOfWaits['wait']>) => number) => weeks.map((w) => ({ start: w.monday, value: w.wait === null ? null : of(w.wait), lo: null, hi: null, n: w.wait?.n ?? 0 }));
  return [{ measure: 'hand-over-wait-median', name: 'median', unit: 's', points: points((w) => w.median) }, { measure: 'hand-over-wait-p90', name: '9 in 10 within', unit: 's', points: points((w) => w.p90) }];
}
