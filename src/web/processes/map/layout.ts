import ELK, { type ELK as Elk, type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk-api.js';
import workerAddress from 'elkjs/lib/elk-worker.min.js?url';
import { count, duration } from '../../ui/format.ts';
import { END, START, type MapEdge, type ShownMap } from './detail.ts';
import { lines, type Point } from './geometry.ts';

export interface PlacedNode extends Point { readonly name: string; readonly width: number; readonly height: number; readonly lines: readonly string[] }
export interface PlacedEdge { readonly from: string; readonly to: string; readonly points: readonly Point[]; readonly label: Point }
export interface PlacedMap { readonly width: number; readonly height: number; readonly nodes: readonly PlacedNode[]; readonly edges: readonly PlacedEdge[] }

const CIRCLE = 26, LINE = 16, CHARACTER = 7.3, LABEL_CHARACTER = 6.6, LABEL_HEIGHT = 14;
const FEW = 8, ACROSS_SCALE = 0.85;

let engine: Elk | undefined;

/** A box with a name in lines, or a circle at which something begins or ends. */
export interface GraphNode { readonly id: string; readonly lines: readonly string[]; readonly circle?: 'first' | 'last' | undefined }
/** A line; `label` is the longest text that it may carry, null for none. What carries more is drawn straighter. */
export interface GraphEdge { readonly from: string; readonly to: string; readonly count: number; readonly label: string | null }

/** Lays a map out in a worker, so that the page stays awake: from left to right where that can be read in so many pixels, else downwards. */
export async function layOut(shown: ShownMap, width: number): Promise<PlacedMap> {
  const nodes: GraphNode[] = [{ id: START, lines: [], circle: 'first' }, ...shown.nodes.map((n) => ({ id: n.name, lines: lines(n.name, 20) })), { id: END, lines: [], circle: 'last' }];
  const edges = shown.edges.map((e) => ({ from: e.from, to: e.to, count: e.count, label: e.seconds === null ? null : longerOf(e) }));
  if (shown.nodes.length <= FEW) {
    const across = await layOutGraph(nodes, edges, true);
    if (across.width * ACROSS_SCALE <= width) return across;
  }
  return layOutGraph(nodes, edges, false);
}

/** Lays any graph out in a worker; the edges come back in their order, of which several may join the same two nodes. */
export async function layOutGraph(nodes: readonly GraphNode[], edges: readonly GraphEdge[], across: boolean): Promise<PlacedMap> {
  engine ??= new ELK({ workerFactory: () => new Worker(workerAddress) });
  const graph = await engine.layout({
    id: 'map',
    layoutOptions: options(across),
    children: nodes.map((n) => ({ id: n.id, ...size(n.lines), layoutOptions: n.circle === undefined ? {} : { 'elk.layered.layering.layerConstraint': n.circle === 'first' ? 'FIRST' : 'LAST' } })),
    edges: edges.map((e, i) => ({ id: String(i), sources: [e.from], targets: [e.to], labels: e.label === null ? [] : [{ text: 'figure', ...labelSize(e.label) }], layoutOptions: { 'elk.layered.priority.direction': String(Math.ceil(Math.log2(e.count + 1))), 'elk.layered.priority.straightness': String(Math.ceil(Math.log2(e.count + 1))) } })),
  });
  return placed(graph, new Map(nodes.map((n) => [n.id, n.lines])));
}

function options(across: boolean): Record<string, string> {
  return {
    'elk.algorithm': 'layered', 'elk.direction': across ? 'RIGHT' : 'DOWN', 'elk.edgeRouting': 'SPLINES',
    'elk.spacing.nodeNode': '34', 'elk.spacing.edgeNode': '18', 'elk.spacing.edgeEdge': '12', 'elk.spacing.edgeLabel': '4',
    'elk.layered.spacing.nodeNodeBetweenLayers': across ? '30' : '16', 'elk.layered.spacing.edgeNodeBetweenLayers': '10',
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX', 'elk.layered.considerModelOrder.strategy': 'NONE', 'elk.randomSeed': '1', 'elk.padding': '[top=12,left=12,bottom=12,right=12]',
    'elk.edgeLabels.placement': 'CENTER', 'elk.layered.feedbackEdges': 'false',
  };
}

function size(text: readonly string[]) {
  if (text.length === 0) return { width: CIRCLE, height: CIRCLE };
  return { width: Math.max(96, Math.max(...text.map((l) => l.length)) * CHARACTER + 24), height: (text.length + 1) * LINE + 14 };
}

/** Whichever of its two figures is the longer, so that changing the view moves nothing. */
function longerOf(edge: MapEdge): string {
  const [often, long] = [count(edge.count), duration(edge.seconds?.median ?? 0)];
  return often.length > long.length ? often : long;
}

function labelSize(text: string) {
  return { width: text.length * LABEL_CHARACTER + 6, height: LABEL_HEIGHT };
}

function placed(graph: ElkNode & { edges?: ElkExtendedEdge[] }, text: ReadonlyMap<string, readonly string[]>): PlacedMap {
  const nodes = (graph.children ?? []).map((n): PlacedNode => ({ name: n.id, x: n.x ?? 0, y: n.y ?? 0, width: n.width ?? 0, height: n.height ?? 0, lines: text.get(n.id) ?? [] }));
  const edges = (graph.edges ?? []).map((e): PlacedEdge => {
    const section = e.sections?.[0];
    const points = section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
    const label = e.labels?.[0];
    const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
    return { from: e.sources[0] ?? '', to: e.targets[0] ?? '', points, label: label?.x === undefined ? middle : { x: label.x + (label.width ?? 0) / 2, y: (label.y ?? 0) + LABEL_HEIGHT / 2 } };
  });
  return { width: graph.width ?? 0, height: graph.height ?? 0, nodes, edges };
}
