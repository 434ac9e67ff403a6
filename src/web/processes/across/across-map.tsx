import { useElementSize } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { count, duration } from '../../ui/format.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { curve, strokeWidth } from '../map/geometry.ts';
import { layOutAcross, type PlacedBox, type PlacedLine } from './layout.ts';
import { claimOf, edgeKey, mostWaiting, type Across, type Edge } from './words.ts';
import css from './across.module.css';

interface AcrossMapProps { readonly across: Across; readonly chosen: string | undefined }

/** The processes inside their functions, and what is handed over between them; each opens. */
export function AcrossMap({ across, chosen }: AcrossMapProps) {
  const { ref, width } = useElementSize();
  const wide = width >= 720;
  const picture = [wide, across.processes.map((p) => [p.id, p.name, p.area.id]), across.edges.map(edgeKey)];
  const placed = useQuery({ queryKey: ['across-layout', ...picture], queryFn: async () => layOutAcross(across, wide), enabled: width > 0, staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData, retry: false });
  if (placed.error !== null) return <ErrorState error={placed.error} again={placed.refetch} />;
  const map = placed.data;
  const scale = map === undefined ? 1 : Math.min(1.1, Math.max(0.7, width / map.width));
  const edges = new Map(across.edges.map((e) => [edgeKey(e), e]));
  const most = Math.max(0, ...across.edges.map((e) => e.wait?.n ?? 0));
  const first = mostWaiting(across.edges, 'wait');
  return (
    <div ref={ref} className={css.frame}>
      {map === undefined ? <Loading what="the map" lines={6} /> : (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- links in a drawing are read as a group of links
        <svg className={css.map} width={map.width * scale} height={map.height * scale} viewBox={`0 0 ${map.width} ${map.height}`} role="group" aria-label={`Map of ${count(across.processes.length)} processes and ${count(across.edges.length)} hand-overs between them; the same is in the table below`}>
          <defs>{([['head', css.head], ['headMost', css.headMost], ['headChosen', css.headChosen]] as const).map(([id, name]) => <marker key={id} id={`across-${id}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" className={name} /></marker>)}</defs>
          {map.areas.map((a) => <g key={a.id}><rect x={a.x} y={a.y} width={a.width} height={a.height} rx={10} className={css.area} /><text x={a.x + 14} y={a.y + 22} className={css.areaName}>{a.lines[0]}</text></g>)}
          {map.lines.map((l) => <EdgeLink key={l.key} placed={l} edge={edges.get(l.key)} most={most} slowest={edges.get(l.key) === first} chosen={l.key === chosen} />)}
          {map.processes.map((p) => <ProcessLink key={p.id} placed={p} wide={map.wide} process={across.processes.find((x) => x.id === p.id)} />)}
        </svg>
      )}
    </div>
  );
}

function ProcessLink({ placed: p, process, wide }: { readonly placed: PlacedBox; readonly wide: boolean; readonly process: Across['processes'][number] | undefined }) {
  if (process === undefined) return null;
  const [week, cycle] = [process.claims.find((c) => c.measure === 'throughput')?.estimate ?? null, process.claims.find((c) => c.measure === 'cycle-time-median')?.estimate ?? null];
  const known = [...(week === null ? [] : [`${count(week)} last week`]), ...(cycle === null ? [] : [`median ${duration(cycle)}`])];
  const facts = known.length === 0 ? ['no event log yet'] : wide ? [known.join(' · ')] : known;
  const middle = p.x + p.width / 2;
  return (
    <Link to="/flow" search={{ process: process.id }} className={css.process} aria-label={`${process.name}, ${process.area.name}: ${facts.join(', ')}`}>
      <rect x={p.x} y={p.y} width={p.width} height={p.height} rx={8} />
      {p.lines.map((text, i) => <text key={i} x={middle} y={p.y + 25 + i * 17} className={css.name}>{text}</text>)}
      {facts.map((text, i) => <text key={text} x={middle} y={p.y + 28 + p.lines.length * 17 + i * 16} className={css.facts}>{text}</text>)}
    </Link>
  );
}

function EdgeLink({ placed, edge, most, slowest, chosen }: { readonly placed: PlacedLine; readonly edge: Edge | undefined; readonly most: number; readonly slowest: boolean; readonly chosen: boolean }) {
  if (edge === undefined) return null;
  const path = curve(placed.points);
  const { wait } = edge;
  const [label, less] = wait === null ? ['not measured', edge.why === null ? 'none taken up' : ''] : [duration(wait.median), `${count(wait.n)} hand-overs`];
  const head = chosen ? 'headChosen' : slowest ? 'headMost' : 'head';
  const words = wait === null ? `${edge.why ?? 'no case was taken up'}` : `median wait ${duration(wait.median)}, ${less}, ${count(Math.round((claimOf(edge, 'hand-over-wait-total')?.estimate ?? 0)))} hours in all`;
  return (
    <Link from="/across" to="." search={(now) => ({ ...now, link: edge.link, back: edge.back ? ('true' as const) : undefined, rows: undefined })} resetScroll={false} className={`${css.edge} ${slowest ? css.most : ''} ${chosen ? css.chosen : ''}`} aria-label={`From ${edge.from.name} to ${edge.to.name}: ${words}`} data-edge={edgeKey(edge)}>
      <path d={path} className={css.reach} />
      <path d={path} className={css.line} strokeWidth={strokeWidth(wait?.n ?? 0, most)} markerEnd={`url(#across-${head})`} />
      <text x={placed.label.x} y={placed.label.y - 2} className={css.label}>{label}</text>
      <text x={placed.label.x} y={placed.label.y + 14} className={css.less}>{less}</text>
    </Link>
  );
}
