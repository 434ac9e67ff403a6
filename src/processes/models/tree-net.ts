import type { PetriNet } from './petri-net.ts';
import type { ProcessTree } from './process-tree.ts';
import { type DraftNet, reduced } from './reduce-net.ts';

/**
 * The workflow net of a process tree, block by block (van der Aalst, Process Mining, 2016, section 7.5): the same language, sound, one
 * place at the start and one at the end, and no silent step that could be left out by fusing what it joins.
 * @example netSize(netOfTree(parseTree("->( 'a', +( 'b', 'c' ) )"))) // { places: 6, transitions: 4, silent: 1, arcs: 10 }
 */
export function netOfTree(tree: ProcessTree): PetriNet {
  const draft: DraftNet = { places: 2, transitions: [] };
  translate(draft, tree, 0, 1);
  return reduced(draft, 0, 1);
}

const SKIP = { kind: 'silent' } as const;

function translate(net: DraftNet, tree: ProcessTree, from: number, to: number): void {
  const step = (label: string | null, inputs: number[], outputs: number[]) => net.transitions.push({ label, inputs, outputs });
  switch (tree.kind) {
    case 'activity': step(tree.activity, [from], [to]); return;
    case 'silent': step(null, [from], [to]); return;
    case 'sequence': {
      let at = from;
      for (const [i, child] of tree.children.entries()) {
        const next = i === tree.children.length - 1 ? to : net.places++;
        translate(net, child, at, next);
        at = next;
      }
      return;
    }
    case 'choice': {
      const often = anyNumber(tree.children);
      if (often !== null) repeat(net, SKIP, [often], from, to);
      else for (const child of tree.children) translate(net, child, from, to);
      return;
    }
    case 'parallel': {
      const ends = tree.children.map(() => [net.places++, net.places++] as const);
      step(null, [from], ends.map((e) => e[0]));
      for (const [i, child] of tree.children.entries()) translate(net, child, ...ends[i]!);
      step(null, ends.map((e) => e[1]), [to]);
      return;
    }
    case 'loop': repeat(net, tree.children[0]!, tree.children.slice(1), from, to);
  }
}

/** Nothing or a block at least once is the block any number of times: one place instead of two. */
function anyNumber(children: readonly ProcessTree[]): ProcessTree | null {
  const [loop] = children.filter((c) => c.kind !== 'silent');
  if (children.length !== 2 || loop === undefined || loop.kind !== 'loop' || !children.some((c) => c.kind === 'silent')) return null;
  return loop.children.length === 2 && loop.children[1]!.kind === 'silent' ? loop.children[0]! : null;
}

function repeat(net: DraftNet, body: ProcessTree, others: readonly ProcessTree[], from: number, to: number): void {
  const first = net.places++;
  const last = body.kind === 'silent' ? first : net.places++;
  net.transitions.push({ label: null, inputs: [from], outputs: [first] });
  if (last !== first) translate(net, body, first, last);
  for (const other of others) translate(net, other, last, first);
  net.transitions.push({ label: null, inputs: [last], outputs: [to] });
}
