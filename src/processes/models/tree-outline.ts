import type { Operator, ProcessTree } from './process-tree.ts';

const HEADS: Readonly<Record<Exclude<Operator, 'loop'>, string>> = { sequence: 'one after another', choice: 'one of', parallel: 'side by side, in any order' };

/**
 * A tree for people: a line for each step and each block, what belongs to a block indented below it.
 * @example outlineOf(parseTree("X( tau, 'a' )")) // 'perhaps\n  a\n'
 */
export function outlineOf(tree: ProcessTree): string {
  return lines(tree, '').map((l) => `${l}\n`).join('');
}

function lines(tree: ProcessTree, indent: string): string[] {
  // A terminal must not be steered by what a log holds.
  if (tree.kind === 'activity') return [`${indent}${tree.activity.replaceAll(/\p{Cc}+/gu, ' ')}`];
  if (tree.kind === 'silent') return [`${indent}nothing`];
  const inside = (children: readonly ProcessTree[]) => children.flatMap((c) => lines(c, `${indent}  `));
  const steps = tree.children.filter((c) => c.kind !== 'silent');
  if (tree.kind === 'loop') return loopLines(tree.children, indent, inside);
  if (tree.kind !== 'choice' || steps.length === tree.children.length) return [`${indent}${HEADS[tree.kind]}`, ...inside(tree.children)];
  const often = steps.length === 1 ? onceOrMore(steps[0]!) : null;
  if (often !== null) return [`${indent}any number of times, also never`, ...inside([often])];
  return [`${indent}${steps.length === 1 ? 'perhaps' : 'at most one of'}`, ...inside(steps)];
}

function onceOrMore(tree: ProcessTree): ProcessTree | null {
  return tree.kind === 'loop' && tree.children.length === 2 && tree.children[1]!.kind === 'silent' ? tree.children[0]! : null;
}

function loopLines([body, ...again]: readonly ProcessTree[], indent: string, inside: (children: readonly ProcessTree[]) => string[]): string[] {
  const others = again.filter((c) => c.kind !== 'silent');
  if (body!.kind === 'silent' && others.length === again.length) return [`${indent}any number of times, also never${others.length > 1 ? ', one of' : ''}`, ...inside(others)];
  const between = others.length === 0 ? [] : [`${indent}and before each time but the first${others.length < again.length ? ', perhaps' : ''}`, ...inside(others)];
  return [`${indent}once or more`, ...inside([body!]), ...between];
}
