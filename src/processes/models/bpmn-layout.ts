import type { ProcessTree } from './process-tree.ts';

/** What stands in a diagram: its kind, its name where it has one, and the box it takes, in pixels. */
export interface BpmnNode {
  readonly id: string;
  readonly kind: 'startEvent' | 'endEvent' | 'task' | 'exclusiveGateway' | 'parallelGateway';
  readonly name: string;
  readonly direction?: 'Diverging' | 'Converging';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An arrow between two nodes and the points it goes through. */
export interface BpmnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}

type Point = readonly [x: number, y: number];
type Gateway = 'exclusiveGateway' | 'parallelGateway';

/** A tree with its size and the height of the line on which it is entered and left. */
interface Measured {
  readonly tree: ProcessTree;
  readonly width: number;
  readonly height: number;
  readonly line: number;
  readonly children: readonly Measured[];
}

/** The node at one side of a block and the point at which its arrows leave or arrive. */
interface Side {
  readonly id: string;
  readonly at: Point;
}

const TASK = { width: 110, height: 64 }, WIDER = 160, GATEWAY = 36, EVENT = 36, GAP = 28, LANE = 24, EMPTY = 20;
/** Steps go on in a further row where they are wider than this together, so that a page of a laptop holds them at a size that can be read. */
const ROW = 1100;

/**
 * A process tree as a BPMN diagram from left to right: blocks are boxes within boxes, so nothing overlaps; what a loop does before it begins
 * again runs back from right to left below it. Steps that are too many for one row go on below, as lines of writing do.
 */
export function bpmnLayout(tree: ProcessTree): { readonly nodes: readonly BpmnNode[]; readonly flows: readonly BpmnFlow[] } {
  const drawing = new Drawing();
  const rows = rowsOf(measure(tree));
  let top = 50;
  let middle = top + Math.max(rows[0]!.line, EVENT / 2);
  let last = drawing.event('startEvent', 100, middle);
  let x = 100 + EVENT + GAP;
  for (const [i, row] of rows.entries()) {
    if (i > 0) [x, middle] = [100 + GAP, top + row.line];
    const placed = drawing.place(row, x, middle, 1);
    if (placed !== null) {
      drawing.join(last, placed.first, ...(i === 0 ? [] : around(last.at, top - LANE, placed.first.at)));
      last = placed.last;
      x += row.width + GAP;
    }
    top = middle - row.line + row.height + 2 * LANE;
  }
  drawing.join(last, drawing.event('endEvent', x, middle));
  return drawing;
}

/** Steps one after another in rows of about one width; all else is one row. */
function rowsOf(whole: Measured): Measured[] {
  if (whole.tree.kind !== 'sequence') return [whole];
  const rows: Measured[][] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const step of whole.children) {
    if (width + GAP + step.width > ROW) { rows.push([]); width = -GAP; }
    rows.at(-1)!.push(step);
    width += GAP + step.width;
  }
  return rows.length === 0 ? [whole] : rows.map((steps) => beside(whole.tree, steps));
}

/** The way from the end of a row to the beginning of the next, between the two. */
function around([right, line]: Point, between: number, [left, next]: Point): Point[] {
  return [[right + GAP / 2, line], [right + GAP / 2, between], [left - GAP / 2, between], [left - GAP / 2, next]];
}

// Of a letter and of a line of the tools that draw names largest, with the room at both sides.
const LETTER = 7.5, LINE = 17, INSET = 12, LONG = 36;

/** The box of a task, large enough for its name. */
function taskSize(name: string): { readonly width: number; readonly height: number } {
  const width = name.length > LONG ? WIDER : TASK.width;
  const room = Math.floor((width - INSET) / LETTER);
  let lines = 0, left = 0;
  for (const { length } of name.split(/\s+/)) {
    if (length <= left) { left -= length + 1; continue; }
    lines += Math.ceil(length / room);
    left = room - (length % room || room) - 1;
  }
  return { width, height: Math.max(TASK.height, 2 * Math.ceil((lines * LINE + INSET) / 2)) };
}

function measure(tree: ProcessTree): Measured {
  if (tree.kind === 'silent') return { tree, width: 0, height: EMPTY, line: EMPTY / 2, children: [] };
  if (tree.kind === 'activity') { const size = taskSize(tree.activity); return { tree, ...size, line: size.height / 2, children: [] }; }
  const all = tree.children.map(measure);
  // What does nothing goes below what does something.
  const children = tree.kind === 'choice' || tree.kind === 'parallel' ? [...all.filter((c) => c.tree.kind !== 'silent'), ...all.filter((c) => c.tree.kind === 'silent')] : all;
  if (tree.kind === 'sequence') return beside(tree, children.filter((c) => c.width > 0));
  const height = children.reduce((sum, c) => sum + c.height + LANE, -LANE);
  const line = Math.max(GATEWAY / 2, children[0]!.line);
  return { tree, width: 2 * (GATEWAY + GAP) + Math.max(...children.map((c) => c.width)), height: height + line - children[0]!.line, line, children };
}

function beside(tree: ProcessTree, steps: readonly Measured[]): Measured {
  const line = Math.max(EMPTY / 2, ...steps.map((c) => c.line)), below = Math.max(EMPTY / 2, ...steps.map((c) => c.height - c.line));
  return { tree, width: steps.reduce((sum, c) => sum + c.width + GAP, -GAP * Number(steps.length > 0)), height: line + below, line, children: steps };
}

class Drawing {
  readonly nodes: BpmnNode[] = [];
  readonly flows: BpmnFlow[] = [];

  event(kind: 'startEvent' | 'endEvent', x: number, middle: number): Side {
    const id = kind === 'startEvent' ? 'start' : 'end';
    this.nodes.push({ id, kind, name: '', x, y: middle - EVENT / 2, width: EVENT, height: EVENT });
    return { id, at: [kind === 'startEvent' ? x + EVENT : x, middle] };
  }

  /** Places a block that is entered at (x, middle) and goes on in direction `to`; null for one in which nothing stands. */
  place(block: Measured, x: number, middle: number, to: 1 | -1): { first: Side; last: Side } | null {
    switch (block.tree.kind) {
      case 'silent': return null;
      case 'activity': return this.box('task', block.tree.activity, x, middle, to, block);
      case 'sequence': return this.sequence(block, x, middle, to);
      case 'choice': return this.fork(block, 'exclusiveGateway', x, middle, to);
      case 'parallel': return this.fork(block, 'parallelGateway', x, middle, to);
      case 'loop': return this.loop(block, x, middle, to);
    }
  }

  join(from: Side, to: Side, ...by: Point[]): void {
    this.flows.push({ id: `flow${this.flows.length + 1}`, from: from.id, to: to.id, points: [from.at, ...by, to.at] });
  }

  private box(kind: 'task' | Gateway, name: string, x: number, middle: number, to: 1 | -1, { width, height }: { width: number; height: number }, direction?: 'Diverging' | 'Converging'): { first: Side; last: Side } {
    const id = `${kind}${this.nodes.length}`;
    this.nodes.push({ id, kind, name, ...(direction === undefined ? {} : { direction }), x: to > 0 ? x : x - width, y: middle - height / 2, width, height });
    return { first: { id, at: [x, middle] }, last: { id, at: [x + to * width, middle] } };
  }

  private gateway(kind: Gateway, direction: 'Diverging' | 'Converging', x: number, middle: number, to: 1 | -1) {
    return this.box(kind, '', x, middle, to, { width: GATEWAY, height: GATEWAY }, direction);
  }

  private sequence(block: Measured, x: number, middle: number, to: 1 | -1): { first: Side; last: Side } | null {
    let first: Side | undefined, last: Side | undefined;
    let at = x;
    for (const child of block.children) {
      const placed = this.place(child, at, middle, to);
      at += to * (child.width + GAP);
      if (placed === null) continue;
      if (last !== undefined) this.join(last, placed.first);
      first ??= placed.first;
      last = placed.last;
    }
    return first === undefined || last === undefined ? null : { first, last };
  }

  private fork(block: Measured, kind: Gateway, x: number, middle: number, to: 1 | -1): { first: Side; last: Side } {
    const split = this.gateway(kind, 'Diverging', x, middle, to);
    const merge = this.gateway(kind, 'Converging', x + to * (block.width - GATEWAY), middle, to);
    const [out, back] = [x + (to * GATEWAY) / 2, x + to * (block.width - GATEWAY / 2)];
    this.lanes(block.children, middle, (child, line) => {
      const placed = this.place(child, x + to * (GATEWAY + GAP), line, to);
      const [leave, arrive] = line === middle ? [split.last, merge.first] : [below(split.last, out, middle), below(merge.first, back, middle)];
      const [down, up]: [Point[], Point[]] = line === middle ? [[], []] : [[[out, line]], [[back, line]]];
      if (placed === null) return this.join(leave, arrive, ...down, ...up);
      this.join(leave, placed.first, ...down);
      this.join(placed.last, arrive, ...up);
    });
    return { first: split.first, last: merge.last };
  }

  private loop(block: Measured, x: number, middle: number, to: 1 | -1): { first: Side; last: Side } {
    const merge = this.gateway('exclusiveGateway', 'Converging', x, middle, to);
    const split = this.gateway('exclusiveGateway', 'Diverging', x + to * (block.width - GATEWAY), middle, to);
    const [back, out] = [x + (to * GATEWAY) / 2, x + to * (block.width - GATEWAY / 2)];
    this.lanes(block.children, middle, (child, line) => {
      if (line === middle) {
        const body = this.place(child, x + to * (GATEWAY + GAP), line, to);
        this.join(merge.last, body?.first ?? split.first);
        if (body !== null) this.join(body.last, split.first);
        return;
      }
      const again = this.place(child, x + to * (block.width - GATEWAY - GAP), line, to === 1 ? -1 : 1);
      const [leave, arrive] = [below(split.last, out, middle), below(merge.first, back, middle)];
      if (again === null) return this.join(leave, arrive, [out, line], [back, line]);
      this.join(leave, again.first, [out, line]);
      this.join(again.last, arrive, [back, line]);
    });
    return { first: merge.first, last: split.last };
  }

  /** Calls with the middle line of each child, the first of them on the line of the block, the others below one another. */
  private lanes(children: readonly Measured[], middle: number, each: (child: Measured, line: number) => void): void {
    let top = middle - children[0]!.line;
    for (const [i, child] of children.entries()) {
      each(child, i === 0 ? middle : top + child.line);
      top += child.height + LANE;
    }
  }
}

function below({ id }: Side, x: number, middle: number): Side {
  return { id, at: [x, middle + GATEWAY / 2] };
}
