import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { asks } from '../../api/client.ts';
import type { EventLog, ObjectMap } from '../../api/types.ts';
import { exact } from '../../app/search.ts';
import { count } from '../../ui/format.ts';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { filters, type FlowSearch } from '../search.ts';
import flow from '../flow.module.css';
import { AnotherType } from './another-type.tsx';
import { Insights } from './insights.tsx';
import { ObjectsMap, layOutObjects } from './objects-map.tsx';
import { ObjectTables } from './object-tables.tsx';
import { marksOf, shownObjects, typesInView, type ShownObjects, type TypeMark } from './shown.ts';
import { openNames } from './words.ts';
import css from './objects.module.css';

const TIMES = ['from', 'to', 'activeFrom', 'activeTo', 'completedFrom', 'completedTo'] as const;

/** What of an address chooses objects, as the API asks for it: the types in view, and the times of their lives. */
function objectQuery(log: EventLog, search: FlowSearch) {
  const all = log.objects?.types ?? [];
  const type = typesInView(all, search.type);
  return exact({ ...Object.fromEntries(TIMES.map((t) => [t, search[t]])), type: type.length === all.length ? undefined : type });
}

/** The lives of the objects that the cases came from: what follows what for each type, in one drawing, and how types meet. */
export function ObjectsView({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const types = log.objects?.types ?? [];
  const marks = marksOf(types);
  const query = objectQuery(log, search);
  const inView = typesInView(types, search.type);
  const map = useQuery({ ...asks('/event-logs/{id}/object-map', { path: { id: log.id }, query }), placeholderData: keepPreviousData, enabled: inView.length > 0 });
  const unused = Object.keys(filters(search)).some((f) => !TIMES.some((t) => t === f));
  return (
    <div className={css.objects}>
      {(log.objects?.unhidden ?? []).length === 0 ? null : <p className={flow.inView}>{openNames(log.objects?.unhidden ?? [])} <Link to="/sources/import" search={{ log: log.id }}>Bring the file in again</Link> to keep only pseudonyms.</p>}
      <Types types={types} marks={marks} inView={inView} />
      {unused ? <p className={flow.inView}>Here a time filter chooses objects by when their lives begin, go on or end. Your other filters choose cases, and do not change this view.</p> : null}
      {inView.length === 0 ? <EmptyState title="No object type is in view">Choose at least one of them above.</EmptyState> : map.error !== null ? <ErrorState error={map.error} again={map.refetch} /> : map.data === undefined ? <div className={flow.space}><Loading what="the objects" lines={8} /></div> : <Whole log={log} map={map.data} marks={marks} query={query} />}
    </div>
  );
}

function Whole({ log, map, marks, query }: { readonly log: EventLog; readonly map: ObjectMap; readonly marks: readonly TypeMark[]; readonly query: ReturnType<typeof objectQuery> }) {
  const shown = useMemo(() => shownObjects(map), [map]);
  const lives = map.objectTypes.reduce((n, t) => n + t.withEvents, 0);
  return (
    <>
      <div className={flow.flow}>
        <div className={flow.mapSide}>
          {shown.nodes.length === 0 ? <EmptyState title="No object with an event fits">Choose other types, or another time.</EmptyState> : <Drawn log={log} shown={shown} marks={marks} />}
          <p className={flow.source}>An activity is drawn once, with all its events in view, whatever types they concern. A line is of one type; its width and figure: how often the path is taken in the lives of {count(lives)} objects. Showing {count(shown.nodes.length)} of {count(shown.of.activities)} activities and {count(shown.paths.length)} of {count(shown.of.paths)} paths.</p>
        </div>
        <Insights map={map} marks={marks} people={log.objects?.personal?.objectTypes ?? []} />
      </div>
      <ObjectTables log={log} map={map} marks={marks} query={query} />
      <AnotherType log={log} />
    </>
  );
}

/** Every object type of the log with its mark, in view or not; the address holds which are. */
function Types({ types, marks, inView }: { readonly types: readonly { readonly name: string; readonly objects: number }[]; readonly marks: readonly TypeMark[]; readonly inView: readonly string[] }) {
  const navigate = useNavigate({ from: '/flow' });
  const flip = (name: string, on: boolean) => {
    const type = types.map((t) => t.name).filter((t) => (t === name ? on : inView.includes(t)));
    void navigate({ search: (now) => ({ ...now, type: type.length === 0 ? ['none'] : type }), replace: true, resetScroll: false });
  };
  return (
    <fieldset className={css.types}>
      <legend>Object types in view</legend>
      {types.map((t, i) => (
        <label key={t.name} className={css.type} data-tone={marks[i]?.tone}>
          <input type="checkbox" checked={inView.includes(t.name)} onChange={(e) => flip(t.name, e.currentTarget.checked)} />
          {marks[i] === undefined ? null : <Swatch mark={marks[i]} />}
          <span>{t.name} <i>{count(t.objects)}</i></span>
        </label>
      ))}
    </fieldset>
  );
}

/** How lines of a type look. */
function Swatch({ mark }: { readonly mark: TypeMark }) {
  return <svg className={css.swatch} width={52} height={14} aria-hidden="true"><path d="M0 7H34" className={css.line} strokeWidth={2.4} strokeDasharray={mark.dash} /><text x={44} y={11} className={css.sign}>{mark.sign}</text></svg>;
}

function Drawn({ log, shown, marks }: { readonly log: EventLog; readonly shown: ShownObjects; readonly marks: readonly TypeMark[] }) {
  const { ref, width } = useElementSize();
  const [zoom, setZoom] = useState(1);
  const picture = [log.id, log.version, shown.nodes.map((n) => n.name), shown.paths.map((p) => [p.type, p.from, p.to])];
  const placed = useQuery({ queryKey: ['objects-layout', ...picture], queryFn: async () => ({ map: await layOutObjects(shown), shown }), enabled: width > 0, staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData, retry: false });
  if (placed.error !== null) return <ErrorState error={placed.error} again={placed.refetch} />;
  const fit = placed.data === undefined ? 1 : Math.min(1.15, Math.max(0.62, width / placed.data.map.width));
  const label = `Object-centric map: ${shown.nodes.length} activities, ${shown.paths.length} paths of ${new Set(shown.paths.map((p) => p.type)).size} object types. The tables below say the same.`;
  return (
    <>
      <fieldset className={`${flow.zoom} no-print`}><legend className="visually-hidden">Size of the map</legend>
        <Button size="compact-sm" aria-label="Smaller" onClick={() => setZoom(Math.max(0.5, zoom / 1.25))}>−</Button><Button size="compact-sm" aria-label="Larger" onClick={() => setZoom(Math.min(3, zoom * 1.25))}>+</Button><Button size="compact-sm" onClick={() => setZoom(1)}>Fit</Button>
      </fieldset>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by keyboard */}
      <section ref={ref} className={flow.frame} tabIndex={0} aria-label="The map of objects">
        {placed.data === undefined ? <div className={flow.space}><Loading what="the map" lines={8} /></div> : <ObjectsMap shown={placed.data.shown} placed={placed.data.map} marks={marks} scale={fit * zoom} label={label} />}
      </section>
    </>
  );
}
