import { tmpdir } from 'node:os';
import type { FlatReport, LogSource, OcelFinding, OcelMap, OcelReport } from '../processes/event-logs/index.ts';
import { mapOfOcel } from '../processes/event-logs/index.ts';
import { count, counted, duration } from './log-text.ts';
import { table } from './text-table.ts';

const EDGES_SHOWN = 12, LINKS_SHOWN = 6;

/** The object-centric map of a file for people, or as a document; null where the file is not object-centric. */
export async function ocelMapOf(source: LogSource, { zone, signal }: { readonly zone?: string | undefined; readonly signal: AbortSignal }): Promise<{ readonly text: string; readonly json: unknown } | null> {
  const found = await mapOfOcel({ source, zone, tempDir: tmpdir(), signal });
  if (found === null) return null;
  const { map, report } = found;
  return { text: mapText(map, report), json: { ...map, log: report } };
}

function mapText({ objectTypes, activities, edges, links }: OcelMap, report: OcelReport): string {
  const types = objectTypes.map((t) => {
    const own = edges.filter((e) => e.objectType === t.name);
    const rows = own.slice(0, EDGES_SHOWN).map((e) => [count(e.count), e.from, e.to, count(e.objects), count(e.eventPairs), duration(e.median), duration(e.mean)]);
    const more = own.length > EDGES_SHOWN ? `… and ${counted(own.length - EDGES_SHOWN, 'other pair')} (all with --json)\n` : '';
    return `\n${t.name}: ${counted(t.objects, 'object')}, ${count(t.withEvents)} of them with events\n${rows.length === 0 ? '' : table([{ head: 'times', right: true }, { head: 'from' }, { head: 'to' }, { head: 'objects', right: true }, { head: 'pairs of events', right: true, spare: 2 }, { head: 'median', right: true }, { head: 'mean', right: true, spare: 1 }], rows, { widest: 36 })}${more}`;
  });
  const meet = [...links].sort((a, b) => b.mean - a.mean).slice(0, LINKS_SHOWN).map((l) => (l.most === 1 ? `Each ${l.objectType} goes with one ${l.other}.\n` : `One ${l.objectType} covers ${l.mean.toFixed(1)} ${l.other} on average, at most ${count(l.most)}.\n`));
  const shared = (a: OcelMap['activities'][number]) => Object.entries(a.objectTypes).map(([type, n]) => `${type} ${count(n.objects)}${n.sharedEvents > 0 ? ` (${count(n.sharedEvents)} events with several)` : ''}`).join(', ');
  return [
    `${counted(report.events, 'event')} of ${counted(report.objects, 'object')}, ${counted(report.relations, 'relation')}; each object type has its own map, and an event counts in the map of each type that it concerns.\n`,
    ...(meet.length === 0 ? [] : ['\n', ...meet]),
    ...types,
    `\n${table([{ head: 'events', right: true }, { head: 'activity' }, { head: 'objects' }], activities.map((a) => [count(a.events), a.name, shared(a)]), { widest: 120 })}`,
    findingsText(report.findings),
  ].join('');
}

/** What flattening by an object type did, in words: events that stand in several cases are counted for each. */
export function flatText(f: FlatReport): string {
  const shared = f.shared === 0 ? 'No event is in two cases.' : `${counted(f.shared, 'event')} ${f.shared === 1 ? 'is' : 'are'} in several cases, one in ${count(f.mostCases)}: such an event is counted once for each case, so that ${counted(f.events, 'event')} ${f.events === 1 ? 'makes' : 'make'} ${count(f.rows)}.`;
  const outside = f.eventsOutside === 0 ? '' : ` ${counted(f.eventsOutside, 'event')} ${f.eventsOutside === 1 ? 'concerns' : 'concern'} none of them and ${f.eventsOutside === 1 ? 'is' : 'are'} not here.`;
  const idle = f.objectsWithoutEvents === 0 ? '' : ` ${counted(f.objectsWithoutEvents, 'object')} of the type ${f.objectsWithoutEvents === 1 ? 'has' : 'have'} no event and ${f.objectsWithoutEvents === 1 ? 'is' : 'are'} no case.`;
  return `Flattened by “${f.objectType}”: each such object is a case. ${shared}${outside}${idle}\n`;
}

/** What was found in an object-centric file, a line each. */
export function findingsText(findings: readonly (Omit<OcelFinding, 'code'> & { readonly code: string })[]): string {
  if (findings.length === 0) return '';
  const rows = findings.map((f) => [count(f.count), f.outcome, f.what, f.example ?? '', f.place ?? '']);
  return `\nFound in the file:\n${table([{ head: 'count', right: true }, { head: '' }, { head: 'what' }, { head: 'for example' }, { head: 'where' }], rows, { widest: 72 })}`;
}
