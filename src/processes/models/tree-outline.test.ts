import { expect, test } from 'vitest';
import { outlineOf, parseTree } from './index.ts';

test('a tree is told in lines', () => {
  expect(outlineOf(parseTree("X( tau, 'a' )"))).toBe('perhaps\n  a\n');
  expect(outlineOf(parseTree("->( 'a', +( 'b', X( tau, *( 'c', tau ) ) ), *( 'd', X( tau, 'e' ) ), X( 'f', tau, 'g' ), *( tau, X( 'h', 'i' ) ) )"))).toBe(`one after another
  a
  side by side, in any order
    b
    any number of times, also never
      c
  once or more
    d
  and before each time but the first
    perhaps
      e
  at most one of
    f
    g
  any number of times, also never
    one of
      h
      i
`);
  expect(outlineOf(parseTree("*( 'a\u001b[2J', 'b', tau )"))).toBe('once or more\n  a [2J\nand before each time but the first, perhaps\n  b\n');
});
