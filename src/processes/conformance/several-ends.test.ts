import { expect, test } from 'vitest';
import { parseBpmn, variantLogOf } from '../models/index.ts';
import { fitHere } from './fit-here.ts';

/** Goods and invoice go their own ways, each to an end of its own; the goods may come back. */
const text = `<definitions><process id="p"><startEvent id="s"/><task id="Order"/><parallelGateway id="part"/><task id="Ship"/><exclusiveGateway id="x"/><task id="Return"/><task id="Invoice"/>
  <endEvent id="kept"/><endEvent id="returned"/><endEvent id="paid"/>
  ${[['s', 'Order'], ['Order', 'part'], ['part', 'Ship'], ['Ship', 'x'], ['x', 'kept'], ['x', 'Return'], ['Return', 'returned'], ['part', 'Invoice'], ['Invoice', 'paid']].map(([a, b], i) => `<sequenceFlow id="f${i}" sourceRef="${a}" targetRef="${b}"/>`).join('')}</process></definitions>`;

test.each([['alignments', [['skipped', 'Invoice', 'Ship'], ['skipped', 'Ship', 'Invoice']]], ['replay', []]] as const)('a model whose parts end separately, by %s: a case keeps to it once all of them have ended', (fit, deviations) => {
  const log = variantLogOf([['Order', 'Ship', 'Invoice'], ['Order', 'Invoice', 'Ship', 'Return'], ['Order', 'Ship', 'Return', 'Invoice'], ['Order', 'Ship'], ['Order', 'Invoice', 'Return']]);
  const found = fitHere(parseBpmn(text), log, { fit });
  expect([found.fitness.exact, [...found.keeping], [...found.leaving]]).toEqual([true, [0, 1, 2], [3, 4]]);
  expect(found.deviations.map((d) => [d.kind, d.activity, d.after])).toEqual(deviations);
});
