import { Button } from '@mantine/core';
import { fileAddress } from '../../api/client.ts';
import type { EventLog, ObjectMap } from '../../api/types.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { count, duration, percent } from '../../ui/format.ts';
import css from './objects.module.css';
import flow from '../flow.module.css';
import { Mark } from './insights.tsx';
import type { TypeMark } from './shown.ts';

interface TablesProps {
  readonly log: EventLog;
  readonly map: ObjectMap;
  readonly marks: readonly TypeMark[];
  readonly query: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The map as tables: every path and activity of each type in view, and how types meet. */
export function ObjectTables({ log, map, marks, query }: TablesProps) {
  const of = new Map(marks.map((m) => [m.name, m]));
  const typed = (name: string) => <span className={css.typeName}><Mark of={of.get(name)} />{name}</span>;
  const rows = map.activities.flatMap((a) => Object.entries(a.objectTypes).map(([type, n]) => ({ name: a.name, events: a.events, type, n })));
  const file = (name: string) => <div className={`${flow.buttons} no-print`}><Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/${name}`, query)} download>Download as CSV</Button></div>;
  return (
    <>
      <section><h2>Paths of each type</h2>{file('object-map.csv')}<DataTable caption={`Paths of the objects of ${log.name}`} columns={paths(typed)} rows={map.edges} rowKey={(e) => JSON.stringify([e.objectType, e.from, e.to])} narrow="scroll" empty="No object in view has two events." /></section>
      <section><h2>Activities and the objects that they concern</h2>{file('object-activities.csv')}<DataTable caption={`Activities of the objects of ${log.name}`} columns={activities(typed)} rows={rows} rowKey={(r) => JSON.stringify([r.name, r.type])} narrow="scroll" empty="No event is in view." /></section>
      {map.links.length === 0 ? null : <section><h2>How types meet</h2><DataTable caption="How object types meet in events" columns={links(typed)} rows={map.links} rowKey={(l) => JSON.stringify([l.objectType, l.other])} narrow="scroll" /></section>}
    </>
  );
}

const twoDigits = (n: number) => n.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

type Typed = (name: string) => React.ReactNode;

function paths(typed: Typed): readonly Column<ObjectMap['edges'][number]>[] {
  return [
    { key: 'type', head: 'Object type', cell: (e) => typed(e.objectType) }, { key: 'from', head: 'From', cell: (e) => e.from }, { key: 'to', head: 'To', cell: (e) => e.to },
    { key: 'count', head: 'Times', numeric: true, cell: (e) => count(e.count) }, { key: 'pairs', head: 'Different pairs of events', numeric: true, cell: (e) => count(e.eventPairs) }, { key: 'objects', head: 'Objects', numeric: true, cell: (e) => count(e.objects) },
    { key: 'median', head: 'Median', numeric: true, cell: (e) => duration(e.median) }, { key: 'mean', head: 'Mean', numeric: true, cell: (e) => duration(e.mean) }, { key: 'max', head: 'Longest', numeric: true, cell: (e) => duration(e.max) },
  ];
}

interface ActivityRow { readonly name: string; readonly events: number; readonly type: string; readonly n: ObjectMap['activities'][number]['objectTypes'][string] }

function activities(typed: Typed): readonly Column<ActivityRow>[] {
  return [
    { key: 'name', head: 'Activity', cell: (r) => r.name }, { key: 'events', head: 'Events', numeric: true, cell: (r) => count(r.events) }, { key: 'type', head: 'Object type', cell: (r) => typed(r.type) },
    { key: 'of', head: 'Events that concern one', numeric: true, cell: (r) => count(r.n.events) }, { key: 'objects', head: 'Different objects', numeric: true, cell: (r) => count(r.n.objects) },
    { key: 'each', head: 'Objects an event', numeric: true, cell: (r) => twoDigits(r.n.relations / Math.max(1, r.n.events)) }, { key: 'shared', head: 'Events with several', numeric: true, cell: (r) => percent(r.n.sharedEvents / Math.max(1, r.n.events)) },
  ];
}

function links(typed: Typed): readonly Column<ObjectMap['links'][number]>[] {
  return [
    { key: 'type', head: 'One object of', cell: (l) => typed(l.objectType) }, { key: 'other', head: 'Meets objects of', cell: (l) => typed(l.other) }, { key: 'mean', head: 'On average', numeric: true, cell: (l) => twoDigits(l.mean) },
    { key: 'most', head: 'At most', numeric: true, cell: (l) => count(l.most) }, { key: 'objects', head: 'Objects that meet one', numeric: true, cell: (l) => count(l.objects) }, { key: 'several', head: 'Of these, several', numeric: true, cell: (l) => percent(l.several / Math.max(1, l.objects)) },
  ];
}
