import { expect, it } from 'vitest';
import { boxOf } from './box.ts';

it('is the room that shapes and arrows take, with a margin', () => {
  expect(boxOf('<dc:Bounds x="20" y="20" width="110" height="64"/>')).toEqual({ x: 0, y: 0, width: 150, height: 104 });
  expect(boxOf(`<a:Bounds height="10" width='10' x="-30" y="5.5" /><waypoint x="100" y="1e2"></waypoint>`)).toEqual({ x: -50, y: -14.5, width: 170, height: 134.5 });
  expect(boxOf('<definitions/>')).toMatchObject({ width: 40, height: 40 });
});
