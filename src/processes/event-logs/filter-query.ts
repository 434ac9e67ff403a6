import { z } from 'zod';
import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { problem } from '../../platform/errors/index.ts';
import type { FollowsFilter, LogFilter } from './questions/index.ts';
import { namesOf } from './questions/names.ts';
import type { DatasetVersion } from './versions/index.ts';

const many = (what: string) => z.union([z.string(), z.array(z.string()).max(50)]).optional().transform((v) => (v === undefined ? [] : [v].flat())).describe(what);
const instant = (what: string) => z.iso.datetime({ offset: true }).optional().describe(what);
const number = z.coerce.number().int().nonnegative();
const PAIR = 'as from→to; may be repeated';

/** Which cases a question is about, in the query of an address. All that is said must hold. */
export const filterQuery = z.object({
  from: instant('Cases that began at or after this instant'),
  to: instant('Cases that began before this instant'),
  activeFrom: instant('Cases that were not over before this instant'),
  activeTo: instant('Cases that had begun before this instant'),
  completedFrom: instant('Cases whose last event lies at or after this instant'),
  completedTo: instant('Cases whose last event lies before this instant'),
  activity: many('Cases in which each of these activities occurs; may be repeated'),
  without: many('Cases in which this activity does not occur; may be repeated'),
  start: many('Cases that begin with this activity; repeated, with one of these'),
  end: many('Cases that end with this activity; repeated, with one of these'),
  directly: many(`Cases in which one activity is directly followed by another, ${PAIR}`),
  eventually: many(`Cases in which one activity is followed by another at any later time, ${PAIR}`),
  neverDirectly: many(`Cases in which one activity is never directly followed by another, ${PAIR}`),
  never: many(`Cases in which one activity is never followed by another at any later time, ${PAIR}`),
  variant: z.union([number, z.array(number).max(200)]).optional().transform((v) => (v === undefined ? [] : [v].flat())).describe('Cases of this variant; repeated, of one of these'),
  top: z.coerce.number().int().min(1).max(1_000_000).optional().describe('Cases of the so many most frequent variants of the whole log'),
  minSeconds: z.coerce.number().optional().describe('Seconds from the first to the last event, at least'),
  maxSeconds: z.coerce.number().optional().describe('Seconds from the first to the last event, at most'),
  attribute: many('Cases with this value, of the case or of one of its events, as name:value; a name said several times: with one of these values'),
  attributeNot: many('Cases without this value, as name:value; may be repeated'),
});

/** The filter that an address asks for. @throws Problem `bad-input` for an attribute or a pair that cannot be read. */
export async function filterOf(c: EngineConnection, version: DatasetVersion, q: z.output<typeof filterQuery>): Promise<LogFilter> {
  const follows: FollowsFilter[] = [];
  for (const [key, kind] of [['directly', {}], ['eventually', { later: true }], ['neverDirectly', { never: true }], ['never', { later: true, never: true }]] as const) {
    for (const text of q[key]) follows.push({ ...await pairOf(c, version, text, key), ...kind });
  }
  return {
    started: { from: q.from, to: q.to }, active: { from: q.activeFrom, to: q.activeTo }, completed: { from: q.completedFrom, to: q.completedTo },
    activities: q.activity, without: q.without, start: q.start, end: q.end, follows, variants: q.variant, top: q.top, minSeconds: q.minSeconds, maxSeconds: q.maxSeconds,
    attributes: [...attributesOf(version, q.attribute, 'attribute').map(([name, values]) => ({ name, values })), ...attributesOf(version, q.attributeNot, 'attributeNot').map(([name, values]) => ({ name, values, not: true }))],
  };
}

const ARROW = '→';

async function pairOf(c: EngineConnection, version: DatasetVersion, text: string, path: string): Promise<{ from: string; to: string }> {
  const splits = [...text.matchAll(new RegExp(ARROW, 'g'))].map(({ index }) => ({ from: text.slice(0, index), to: text.slice(index + ARROW.length) })).filter((s) => s.from !== '' && s.to !== '');
  if (splits[0] === undefined) throw problem('bad-input', { detail: 'This is no pair of activities', value: text, wanted: 'from→to', at: { path } });
  if (splits.length === 1) return splits[0];
  // Names may hold arrows themselves: the split that gives two known names is meant.
  const known = new Set(await namesOf(c, version, 'activity'));
  return splits.find((s) => known.has(s.from) && known.has(s.to)) ?? splits[0];
}

function attributesOf({ manifest }: DatasetVersion, texts: readonly string[], path: string): [string, string[]][] {
  const known = new Set([...manifest.eventAttributes, ...manifest.caseAttributes].map((a) => a.name));
  const found = new Map<string, string[]>();
  for (const text of texts) {
    // Names may hold colons themselves, as org:group does: the first split that gives a known name is meant.
    const colons = [...text.matchAll(/:/g)].map((m) => m.index).filter((i) => i > 0);
    const at = colons.find((i) => known.has(text.slice(0, i))) ?? colons[0];
    if (at === undefined) throw problem('bad-input', { detail: 'This is no attribute and value', value: text, wanted: 'name:value', at: { path } });
    const name = text.slice(0, at);
    found.set(name, [...(found.get(name) ?? []), text.slice(at + 1)]);
  }
  return [...found];
}
