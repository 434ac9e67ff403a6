import { block, type Operator, type ProcessTree, silent } from '../../models/index.ts';

/**
 * A block in normal form, given children in normal form: blocks of one kind are not nested, silent steps stand only where they mean
 * something, and a block of one child is that child. The language is the same.
 * @example fold('sequence', [silent, activity('a')]) // activity('a')
 */
export function fold(kind: Operator, children: readonly ProcessTree[]): ProcessTree {
  if (kind === 'loop') return foldLoop(children);
  const flat = children.flatMap((c) => (c.kind === kind ? c.children : [c]));
  const steps = flat.filter((c) => c.kind !== 'silent');
  const kept = kind === 'choice' && steps.length < flat.length ? [silent, ...steps] : steps;
  return kept.length === 0 ? silent : kept.length === 1 ? kept[0]! : block(kind, kept);
}

function foldLoop(children: readonly ProcessTree[]): ProcessTree {
  const [body, ...others] = children;
  if (body === undefined || others.every((c) => c.kind === 'silent')) {
    if (body === undefined || body.kind === 'silent') return silent;
    if (body.kind === 'loop' && body.children.length === 2 && body.children[1]!.kind === 'silent') return body;
  }
  return block('loop', children);
}
