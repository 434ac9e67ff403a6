import * as fc from 'fast-check';
import type { PetriNet } from './petri-net.ts';
import { activity, block, type ProcessTree, silent } from './process-tree.ts';

const DO = 'sequence choice parallel loop'.split(' ') as ('sequence' | 'choice' | 'parallel' | 'loop')[];

/** Random trees over these names, blocks of one to three. */
export function trees(names: readonly string[], maxDepth = 3): fc.Arbitrary<ProcessTree> {
  return fc.letrec<{ tree: ProcessTree }>((tie) => ({
    tree: fc.oneof({ maxDepth, depthIdentifier: 'tree' }, fc.constantFrom(...names).map(activity), fc.constant(silent),
      fc.tuple(fc.constantFrom(...DO), fc.array(tie('tree'), { minLength: 1, maxLength: 3, depthIdentifier: 'tree' })).map(([kind, children]) => block(kind, children))),
  })).tree;
}

type Words = Set<string>;

const join = (a: string, b: string) => (a === '' ? b : b === '' ? a : `${a} ${b}`);
const size = (w: string) => (w === '' ? 0 : w.split(' ').length);

/** Every trace of a tree of at most `most` activities, worked out from the meaning of its blocks; names hold no space. */
export function wordsOfTree(tree: ProcessTree, most: number): Words {
  if (tree.kind === 'silent') return new Set(['']);
  if (tree.kind === 'activity') return new Set([tree.activity].filter(() => most > 0));
  const parts = tree.children.map((c) => wordsOfTree(c, most));
  if (tree.kind === 'choice') return new Set(parts.flatMap((p) => [...p]));
  if (tree.kind === 'sequence') return parts.reduce((a, b) => pairs(a, b, most, (x, y) => [join(x, y)]));
  if (tree.kind === 'parallel') return parts.reduce((a, b) => pairs(a, b, most, shuffles));
  const redo = new Set(parts.slice(1).flatMap((p) => [...p]));
  let found = parts[0]!;
  for (let before = -1; found.size !== before;) {
    before = found.size;
    found = new Set([...found, ...pairs(pairs(found, redo, most, (x, y) => [join(x, y)]), parts[0]!, most, (x, y) => [join(x, y)])]);
  }
  return found;
}

function pairs(a: Words, b: Words, most: number, combine: (x: string, y: string) => string[]): Words {
  const out: Words = new Set();
  for (const x of a) for (const y of b) if (size(x) + size(y) <= most) for (const w of combine(x, y)) out.add(w);
  return out;
}

function shuffles(x: string, y: string): string[] {
  if (x === '' || y === '') return [join(x, y)];
  const [a, b] = [x.split(' '), y.split(' ')];
  return [...shuffles(a.slice(1).join(' '), y).map((w) => join(a[0]!, w)), ...shuffles(x, b.slice(1).join(' ')).map((w) => join(b[0]!, w))];
}

/** Every trace of at most `most` activities that a net takes from its initial to its final marking, by walking through its markings. */
export function wordsOfNet(net: PetriNet, most: number): Words {
  const words: Words = new Set();
  const end = key(net.final);
  const seen = new Set<string>();
  const walk = [{ marking: [...net.initial], word: '' }];
  for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
    const state = `${key(at.marking)}|${at.word}`;
    if (seen.has(state)) continue;
    if (seen.size > 200_000) throw new Error('too many states for a test');
    seen.add(state);
    if (key(at.marking) === end) words.add(at.word);
    for (const t of net.transitions) {
      const next = fire(at.marking, t.inputs, t.outputs);
      const word = t.label === null ? at.word : join(at.word, t.label);
      if (next !== null && size(word) <= most) walk.push({ marking: next, word });
    }
  }
  return words;
}

/** Whether a net can do exactly this trace from its initial to its final marking. */
export function accepts(net: PetriNet, trace: readonly string[]): boolean {
  let now = closure(net, [[...net.initial]]);
  for (const step of trace) now = closure(net, [...now.values()].flatMap((m) => net.transitions.filter((t) => t.label === step).flatMap((t) => [fire(m, t.inputs, t.outputs)].filter((x) => x !== null))));
  return now.has(key(net.final));
}

function closure(net: PetriNet, markings: readonly number[][]): Map<string, number[]> {
  const seen = new Map<string, number[]>();
  const walk = [...markings];
  for (let m = walk.pop(); m !== undefined; m = walk.pop()) {
    if (seen.has(key(m))) continue;
    seen.set(key(m), m);
    for (const t of net.transitions) {
      const next = t.label === null ? fire(m, t.inputs, t.outputs) : null;
      if (next !== null) walk.push(next);
    }
  }
  return seen;
}

function fire(marking: readonly number[], inputs: readonly number[], outputs: readonly number[]): number[] | null {
  const rest = [...marking];
  for (const p of inputs) {
    const i = rest.indexOf(p);
    if (i < 0) return null;
    rest.splice(i, 1);
  }
  return [...rest, ...outputs];
}

const key = (marking: readonly number[]) => [...marking].sort((a, b) => a - b).join();
