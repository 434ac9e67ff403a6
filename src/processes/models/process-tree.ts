import { problem } from '../../platform/errors/index.ts';

/** A block-structured process model: an activity, nothing (a silent step), or blocks of such trees. */
export type ProcessTree =
  | { readonly kind: 'activity'; readonly activity: string }
  | { readonly kind: 'silent' }
  | { readonly kind: Operator; readonly children: readonly ProcessTree[] };

/** A loop does its first child, then any number of times one of the others and the first again. */
export type Operator = 'sequence' | 'choice' | 'parallel' | 'loop';

const SIGNS: Readonly<Record<Operator, string>> = { sequence: '->', choice: 'X', parallel: '+', loop: '*' };
const OPERATORS: Readonly<Record<string, Operator>> = { '->': 'sequence', X: 'choice', '+': 'parallel', '*': 'loop' };
const DEEPEST = 500;

export const silent: ProcessTree = { kind: 'silent' };

/** A step that is done once. */
export function activity(name: string): ProcessTree {
  return { kind: 'activity', activity: name };
}

/** A block of at least one tree. */
export function block(kind: Operator, children: readonly ProcessTree[]): ProcessTree {
  return { kind, children };
}

/**
 * A tree in the notation of PM4Py and ProM; a quote or backslash in a name has a backslash before it.
 * @example treeText(block('sequence', [activity('a'), silent])) // "->( 'a', tau )"
 */
export function treeText(tree: ProcessTree): string {
  if (tree.kind === 'silent') return 'tau';
  if (tree.kind === 'activity') return `'${tree.activity.replace(/['\\]/g, '\\$&')}'`;
  return `${SIGNS[tree.kind]}( ${tree.children.map(treeText).join(', ')} )`;
}

/**
 * Reads a tree from its notation.
 * @throws Problem `bad-input` naming the column where the text is no tree.
 * @example parseTree("X( 'a', tau )").kind // 'choice'
 */
export function parseTree(text: string): ProcessTree {
  const reader = new TreeReader(text);
  const tree = reader.tree(0);
  reader.end();
  return tree;
}

class TreeReader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  tree(depth: number): ProcessTree {
    if (depth > DEEPEST) throw this.wrong(`at most ${DEEPEST} blocks inside one another`);
    this.blank();
    if (this.text.startsWith("'", this.at)) return activity(this.name());
    if (this.text.startsWith('tau', this.at)) {
      this.at += 3;
      return silent;
    }
    const sign = ['->', 'X', '+', '*'].find((s) => this.text.startsWith(s, this.at));
    if (sign === undefined) throw this.wrong("'name', tau, ->(, X(, +( or *(");
    this.at += sign.length;
    return block(OPERATORS[sign]!, this.children(depth));
  }

  end(): void {
    this.blank();
    if (this.at < this.text.length) throw this.wrong('the end of the tree');
  }

  private children(depth: number): ProcessTree[] {
    this.take('(');
    const children = [this.tree(depth + 1)];
    for (this.blank(); this.text[this.at] === ','; this.blank()) {
      this.at++;
      children.push(this.tree(depth + 1));
    }
    this.take(')');
    return children;
  }

  private name(): string {
    let name = '';
    for (this.at++; this.at < this.text.length; this.at++) {
      const c = this.text[this.at]!;
      if (c === "'") {
        this.at++;
        return name;
      }
      name += c === '\\' ? (this.text[++this.at] ?? '') : c;
    }
    throw this.wrong("a closing '");
  }

  private take(sign: string): void {
    this.blank();
    if (this.text[this.at] !== sign) throw this.wrong(sign);
    this.at++;
  }

  private blank(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private wrong(wanted: string): Error {
    return problem('bad-input', { detail: 'This is not a process tree', value: this.text.slice(this.at, this.at + 20), wanted, at: { column: this.at + 1 } });
  }
}
