import { rmSync } from 'node:fs';
import sqlite, { type JSValue } from 'node-sqlite3-wasm';

/** An object-centric log in memory, for tests; times are ISO 8601 in UTC. */
export interface TestOcel {
  readonly events: readonly { readonly id: string; readonly type: string; readonly time: string; readonly attributes: Readonly<Record<string, string>>; readonly objects: readonly (readonly [id: string, qualifier: string])[] }[];
  readonly objects: readonly { readonly id: string; readonly type: string; readonly attributes: readonly (readonly [name: string, time: string, value: string])[]; readonly objects: readonly (readonly [id: string, qualifier: string])[] }[];
}

const typesOf = (list: readonly { readonly type: string }[]) => [...new Set(list.map((x) => x.type))];
const namesOf = (log: TestOcel, side: 'event' | 'object', type: string) => [...new Set(side === 'event' ? log.events.filter((e) => e.type === type).flatMap((e) => Object.keys(e.attributes)) : log.objects.filter((o) => o.type === type).flatMap((o) => o.attributes.map(([n]) => n)))];

/** The log as OCEL 2.0 JSON. */
export function asJson(log: TestOcel): string {
  const types = (side: 'event' | 'object') => typesOf(side === 'event' ? log.events : log.objects).map((name) => ({ name, attributes: namesOf(log, side, name).map((n) => ({ name: n, type: 'string' })) }));
  const relationships = (list: readonly (readonly [string, string])[]) => list.map(([objectId, qualifier]) => ({ objectId, qualifier }));
  return JSON.stringify({
    objectTypes: types('object'), eventTypes: types('event'),
    objects: log.objects.map((o) => ({ id: o.id, type: o.type, attributes: o.attributes.map(([name, time, value]) => ({ name, time, value })), relationships: relationships(o.objects) })),
    events: log.events.map((e) => ({ id: e.id, type: e.type, time: e.time, attributes: Object.entries(e.attributes).map(([name, value]) => ({ name, value })), relationships: relationships(e.objects) })),
  }, null, 1);
}

const esc = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll(/[\t\r\n]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The log as OCEL 2.0 XML. */
export function asXml(log: TestOcel): string {
  const types = (side: 'event' | 'object') => typesOf(side === 'event' ? log.events : log.objects).map((t) => `<${side}-type name="${esc(t)}"><attributes>${namesOf(log, side, t).map((n) => `<attribute name="${esc(n)}" type="string"/>`).join('')}</attributes></${side}-type>`).join('\n');
  const related = (list: readonly (readonly [string, string])[]) => `<objects>${list.map(([id, q]) => `<relationship object-id="${esc(id)}" qualifier="${esc(q)}"/>`).join('')}</objects>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<log>\n<object-types>${types('object')}</object-types>\n<event-types>${types('event')}</event-types>\n<objects>${
    log.objects.map((o) => `<object id="${esc(o.id)}" type="${esc(o.type)}"><attributes>${o.attributes.map(([n, t, v]) => `<attribute name="${esc(n)}" time="${t}">${esc(v)}</attribute>`).join('')}</attributes>${related(o.objects)}</object>`).join('\n')}</objects>\n<events>${
    log.events.map((e) => `<event id="${esc(e.id)}" type="${esc(e.type)}" time="${e.time}"><attributes>${Object.entries(e.attributes).map(([n, v]) => `<attribute name="${esc(n)}">${esc(v)}</attribute>`).join('')}</attributes>${related(e.objects)}</event>`).join('\n')}</events>\n</log>\n`;
}

/** Runs statements, with their values where they have any, on a new database. */
export function makeSqlite(path: string, statements: readonly (string | readonly [sql: string, values: JSValue[]])[]): string {
  rmSync(path, { force: true });
  const db = new sqlite.Database(path);
  db.exec('BEGIN');
  for (const s of statements) {
    if (typeof s === 'string') db.exec(s);
    else db.run(s[0], s[1]);
  }
  db.exec('COMMIT');
  db.close();
  return path;
}

const name = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The log as OCEL 2.0 SQLite. */
export function asSqlite(log: TestOcel, path: string): string {
  const all: (string | [string, JSValue[]])[] = [
    'CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT)', 'CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT)', 'CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT)', 'CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT)',
    'CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT, PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier))', 'CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT, PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier))',
  ];
  const [eventTypes, objectTypes] = [typesOf(log.events), typesOf(log.objects)];
  for (const side of ['event', 'object'] as const) typesOf(log[`${side}s`]).forEach((type, i) => {
    all.push([`INSERT INTO ${side}_map_type VALUES (?, ?)`, [type, `T${i}`]], `CREATE TABLE ${side}_T${i} (ocel_id TEXT, ocel_time TIMESTAMP${side === 'object' ? ', ocel_changed_field TEXT' : ''}${namesOf(log, side, type).map((n) => `, ${name(n)} TEXT`).join('')})`);
    for (const x of log[`${side}s`]) if (x.type === type) all.push([`INSERT INTO ${side} VALUES (?, ?)`, [x.id, type]]);
  });
  for (const e of log.events) {
    const names = Object.keys(e.attributes);
    all.push([`INSERT INTO event_T${eventTypes.indexOf(e.type)} (ocel_id, ocel_time${names.map((n) => `, ${name(n)}`).join('')}) VALUES (?, ?${', ?'.repeat(names.length)})`, [e.id, e.time, ...Object.values(e.attributes)]]);
    for (const [o, q] of e.objects) all.push(['INSERT INTO event_object VALUES (?, ?, ?)', [e.id, o, q]]);
  }
  for (const o of log.objects) {
    for (const [n, t, v] of o.attributes) all.push([`INSERT INTO object_T${objectTypes.indexOf(o.type)} (ocel_id, ocel_time, ocel_changed_field, ${name(n)}) VALUES (?, ?, ?, ?)`, [o.id, t, n, v]]);
    for (const [to, q] of o.objects) all.push(['INSERT INTO object_object VALUES (?, ?, ?)', [o.id, to, q]]);
  }
  return makeSqlite(path, all);
}
