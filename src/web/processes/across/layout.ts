import ELK, { type ELK as Elk, type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk-api.js';
import workerAddress from 'elkjs/lib/elk-worker.min.js?url';
import { lines, type Point } from '../map/geometry.ts';
import { edgeKey, type Across } from './words.ts';

export interface PlacedBox extends Point { readonly id: string; readonly width: number; readonly height: number; readonly lines: readonly string[] }
export interface PlacedLine { readonly key: string; readonly points: readonly Point[]; readonly label: Point }
export interface PlacedAcross { readonly wide: boolean; readonly width: number; readonly height: number; readonly areas: readonly PlacedBox[]; readonly processes: readonly PlacedBox[]; readonly lines: readonly PlacedLine[] }

const LABEL = { width: 132, height: 34 }, LINE = 17;
/** Where there is little room, two boxes and their functions beside each other are as wide as a telephone. */
const BOX = { wide: { width: 214, letters: 22, facts: 48 }, narrow: { width: 146, letters: 16, facts: 64 } };
let engine: Elk | undefined;

/** Lays the processes out in a worker, each inside its function, from left to right where there is room, else downwards. */
export async function layOutAcross({ processes, edges }: Across, wide: boolean): Promise<PlacedAcross> {
  engine ??= new ELK({ workerFactory: () => new Worker(workerAddress) });
  const box = wide ? BOX.wide : BOX.narrow;
  const areas = [...new Map(processes.map((p) => [p.area.id, p.area])).values()];
  const graph: ElkNode = await engine.layout<ElkNode>({
    id: 'across', layoutOptions: options(wide),
    children: areas.map((a) => ({
      id: `f ${a.id}`, layoutOptions: { 'elk.padding': wide ? '[top=36,left=14,bottom=14,right=14]' : '[top=34,left=8,bottom=8,right=8]' },
      children: processes.filter((p) => p.area.id === a.id).map((p) => ({ id: `p ${p.id}`, width: box.width, height: lines(p.name, box.letters).length * LINE + box.facts })),
    })),
    edges: edges.map((e) => ({ id: edgeKey(e), sources: [`p ${e.from.process}`], targets: [`p ${e.to.process}`], labels: [{ text: 'figure', ...LABEL }] })),
  });
  const boxes = (graph.children ?? []).flatMap((a) => a.children ?? []);
  const names = new Map<string, readonly string[]>([...processes.map((p) => [`p ${p.id}`, lines(p.name, box.letters)] as const), ...areas.map((a) => [`f ${a.id}`, [a.name]] as const)]);
  const placed = (n: ElkNode): PlacedBox => ({ id: n.id.slice(2), x: n.x ?? 0, y: n.y ?? 0, width: n.width ?? 0, height: n.height ?? 0, lines: names.get(n.id) ?? [] });
  return { wide, width: graph.width ?? 0, height: graph.height ?? 0, areas: (graph.children ?? []).map(placed), processes: boxes.map(placed), lines: (graph.edges ?? []).map(line) };
}

function line(e: ElkExtendedEdge): PlacedLine {
  const section = e.sections?.[0];
  const points = section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  const label = e.labels?.[0];
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  return { key: e.id, points, label: label?.x === undefined ? middle : { x: label.x + LABEL.width / 2, y: (label.y ?? 0) + LABEL.height / 2 } };
}

function options(wide: boolean): Record<string, string> {
  return {
    'elk.algorithm': 'layered', 'elk.direction': wide ? 'RIGHT' : 'DOWN', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN', 'elk.json.edgeCoords': 'ROOT', 'elk.json.shapeCoords': 'ROOT',
    'elk.edgeRouting': 'SPLINES', 'elk.spacing.nodeNode': '26', 'elk.layered.spacing.nodeNodeBetweenLayers': '24', 'elk.spacing.edgeLabel': '4', 'elk.edgeLabels.placement': 'CENTER', 'elk.randomSeed': '1',
    'elk.padding': '[top=8,left=8,bottom=8,right=8]', 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  };
}
