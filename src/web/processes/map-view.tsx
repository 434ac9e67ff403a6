import { Button, Slider } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useMemo, useState } from 'react';
import { asks } from '../api/client.ts';
import type { EventLog } from '../api/types.ts';
import { count, numbered, percent } from '../ui/format.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { atDetail, type ShownMap } from './map/detail.ts';
import { layOut } from './map/layout.ts';
import { ProcessMap, type Selection } from './map/process-map.tsx';
import { useCompleting } from './completing.ts';
import { edgeName } from './conditions.ts';
import { filters, type FlowSearch } from './search.ts';
import { SidePanel } from './side-panel.tsx';
import css from './flow.module.css';

interface ViewProps { readonly log: EventLog; readonly search: FlowSearch }

/** The map with its detail, its two views and what is selected beside it. */
export function MapView({ log, search }: ViewProps) {
  const navigate = useNavigate({ from: '/flow' });
  const map = useQuery({ ...asks('/event-logs/{id}/map', { path: { id: log.id }, query: filters(search) }), placeholderData: keepPreviousData });
  const completing = useCompleting(log) ?? [];
  const shown = useMemo(() => (map.data === undefined ? undefined : atDetail(map.data, search)), [map.data, search]);
  const set = (change: Partial<FlowSearch> | { node: string | undefined; edge: string | undefined }) => void navigate({ search: (now) => ({ ...now, ...change}), replace: true, resetScroll: false });
  if (map.error !== null) return <ErrorState error={map.error} again={map.refetch} />;
  if (shown === undefined) return <div className={css.space}><Loading what="the map" lines={8} /></div>;
  return (
    <div className={css.flow}>
      <div className={css.mapSide}>
        <Controls shown={shown} search={search} set={set} />
        {shown.nodes.length === 0 ? null : <Drawn log={log} shown={shown} search={search} completing={completing} onSelect={({ node, edge }) => set({ node, edge })} />}
        <p className={css.source}>Width: {search.show === 'time' ? `time that passes on a path in all; red where it is most${completing.length === 0 ? '' : ' before a case is complete'}. Figures: median` : 'how often a path is taken'}. Showing {count(shown.nodes.length)} of {numbered(shown.of.activities, 'activity', 'activities')} and {count(shown.edges.length)} of {numbered(shown.of.paths, 'path')}, {percent(shown.moves)} of all moves.</p>
      </div>
      <SidePanel log={log} search={search} shown={shown} />
    </div>
  );
}

const STEP_PX = 80, READABLE = 0.68;

interface DrawnProps extends ViewProps {
  readonly shown: ShownMap;
  readonly completing: readonly string[];
  readonly onSelect: (s: Selection) => void;
}

function Drawn({ log, shown, search, completing, onSelect }: DrawnProps) {
  const { ref, width } = useElementSize();
  const [zoom, setZoom] = useState(1);
  const room = Math.floor(width / STEP_PX) * STEP_PX;
  const picture = [log.id, log.version, room, shown.nodes.map((n) => n.name), shown.edges.map((e) => edgeName(e.from, e.to))];
  const placed = useQuery({ queryKey: ['layout', ...picture], queryFn: async () => ({ map: await layOut(shown, room), shown }), enabled: room > 0, staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData, retry: false });
  if (placed.error !== null) return <ErrorState error={placed.error} again={placed.refetch} />;
  const fit = placed.data === undefined ? 1 : Math.min(1.15, Math.max(READABLE, width / placed.data.map.width));
  return (
    <>
      <fieldset className={`${css.zoom} no-print`}><legend className="visually-hidden">Size of the map</legend>
        <Button size="compact-sm" aria-label="Smaller" onClick={() => setZoom(Math.max(0.5, zoom / 1.25))}>−</Button><Button size="compact-sm" aria-label="Larger" onClick={() => setZoom(Math.min(3, zoom * 1.25))}>+</Button><Button size="compact-sm" onClick={() => setZoom(1)}>Fit</Button>
      </fieldset>
      <div ref={ref} className={css.frame} tabIndex={-1}>
        {placed.data === undefined ? <div className={css.space}><Loading what="the map" lines={8} /></div> : <ProcessMap shown={placed.data.shown} placed={placed.data.map} show={search.show ?? 'frequency'} scale={fit * zoom} selection={search} completing={completing} onSelect={onSelect} />}
      </div>
    </>
  );
}

interface ControlsProps {
  readonly shown: ShownMap;
  readonly search: FlowSearch;
  readonly set: (change: Partial<FlowSearch>) => void;
}

function Controls({ shown, search, set }: ControlsProps) {
  const at = search.show ?? 'frequency';
  return (
    <div className={`${css.controls} no-print`}>
      <fieldset className={css.shows}>
        <legend className="visually-hidden">What the map shows</legend>
        {(['frequency', 'time'] as const).map((show) => (
          <label key={show} className={css.radio}><input type="radio" name="show" className="visually-hidden" checked={at === show} onChange={() => set({ show })} /><span>{show === 'frequency' ? 'How often' : 'How long'}</span></label>
        ))}
      </fieldset>
      <Detail label="Activities" value={shown.nodes.length} said={search.activities} min={1} max={shown.of.activities} onSet={(activities) => set({ activities })} />
      <Detail label="Paths" value={shown.edges.length} said={search.paths} min={Math.min(shown.needed, shown.paths)} max={shown.paths} onSet={(paths) => set({ paths })} />
    </div>
  );
}

interface DetailProps {
  readonly label: string;
  readonly value: number;
  /** As the address says it. */
  readonly said: number | undefined;
  readonly min: number;
  readonly max: number;
  readonly onSet: (value: number) => void;
}

/** A slider over how much is shown; the address changes when it is let go. Until the address says it, what was asked for holds, so that no key is lost. */
function Detail({ label, value, said, min, max, onSet }: DetailProps) {
  const [asked, setAsked] = useState<number>();
  const id = useId();
  if (asked !== undefined && asked === said) setAsked(undefined);
  return (
    <div className={css.detail}>
      <span id={id}>{label} <b>{count(asked ?? value)}</b> of {count(max)}</span>
      <Slider min={min} max={Math.max(max, min + 1)} disabled={max <= min} value={asked ?? value} onChange={setAsked} onChangeEnd={onSet} label={null} size="sm" thumbProps={{ 'aria-labelledby': id }} />
    </div>
  );
}
