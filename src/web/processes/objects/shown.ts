import type { ObjectMap } from '../../api/types.ts';
import { atDetail, END, START } from '../map/detail.ts';

/** How an object type is drawn: a colour, a pattern of its lines and a sign, so that no difference is one of colour alone. */
export interface TypeMark { readonly name: string; readonly tone: number; readonly dash: string; readonly sign: string }

const TONES = 6;
const DASHES = ['', '9 5', '2 4', '12 4 2 4', '6 3', '14 6'] as const;
const SIGNS = ['●', '■', '▲', '◆', '▼', '★'] as const;

/**
 * The marks of all object types of a log; which are in view changes none.
 * @example marksOf([{ name: 'order' }])[0] // { name: 'order', tone: 0, dash: '', sign: '●' }
 */
export function marksOf(types: readonly { readonly name: string }[]): TypeMark[] {
  return types.map(({ name }, i) => ({ name, tone: i % TONES, dash: DASHES[(i + Math.floor(i / TONES)) % DASHES.length] ?? '', sign: SIGNS[(i + Math.floor(i / TONES) * 2) % SIGNS.length] ?? '●' }));
}

/** Types that are in view where the address says nothing. */
export const MOST_TYPES = 5;

/** The types in view: as asked for, else those with the most objects. */
export function typesInView(types: readonly { readonly name: string; readonly objects: number }[], asked: readonly string[] | undefined): string[] {
  if (asked !== undefined) return types.filter((t) => asked.includes(t.name)).map((t) => t.name);
  return types.filter((t) => t.objects > 0).slice(0, MOST_TYPES).map((t) => t.name);
}

export interface ObjectPath {
  readonly type: string;
  /** An activity, or the circle of the type at which lives begin or end. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Null at the circles. */
  readonly seconds: { readonly median: number } | null;
}

export interface ShownObjects {
  /** Activities, each once whatever types its events concern. */
  readonly nodes: readonly { readonly name: string; readonly events: number }[];
  readonly paths: readonly ObjectPath[];
  readonly of: { readonly activities: number; readonly paths: number };
}

/** The circle of a type at which its lives begin or end; no activity can have this name. */
export function circle(side: typeof START | typeof END, type: string): string {
  return `${side} ${type}`;
}

const MOST_ACTIVITIES = 20;

/** What the map shows: the most frequent activities, and of each type the paths that join them and the most used beside these. */
export function shownObjects(map: ObjectMap): ShownObjects {
  const concerned = map.activities.filter((a) => Object.keys(a.objectTypes).length > 0);
  const kept = concerned.slice(0, concerned.length <= MOST_ACTIVITIES + 2 ? concerned.length : MOST_ACTIVITIES);
  const names = new Set(kept.map((a) => a.name));
  const paths = map.objectTypes.flatMap((type): ObjectPath[] => {
    const activities = kept.flatMap((a) => { const n = a.objectTypes[type.name]; return n === undefined ? [] : [{ name: a.name, count: n.relations }]; });
    if (activities.length === 0) return [];
    const own = { activities, edges: map.edges.filter((e) => e.objectType === type.name && names.has(e.from) && names.has(e.to)), start: type.start, end: type.end };
    return atDetail(own, { activities: activities.length }).edges.map((e) => ({ type: type.name, from: e.from === START ? circle(START, type.name) : e.from, to: e.to === END ? circle(END, type.name) : e.to, count: e.count, seconds: e.seconds }));
  });
  const ends = map.objectTypes.reduce((n, t) => n + Object.keys(t.start).length + Object.keys(t.end).length, 0);
  return { nodes: kept.map((a) => ({ name: a.name, events: a.events })), paths, of: { activities: concerned.length, paths: map.edges.length + ends } };
}
