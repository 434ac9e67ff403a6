import { expect, it } from 'vitest';
import { leadingLog } from './lead.ts';

const logs = [{ id: 'contacts', process: 'serve', cases: 20 }, { id: 'drafts', process: null, cases: 900 }, { id: 'orders', process: 'order-to-cash', cases: 60 }, { id: 'purchases', process: 'buy', cases: 80 }];
const to = (address: string) => ({ link: { label: 'how it flows', to: address } });

it('is of the process that Today puts first', () => expect(leadingLog(logs, [to('/basics/wms'), { link: null }, to('/flow?process=gone'), to('/flow?process=order-to-cash'), to('/flow?process=serve')])?.id).toBe('orders'));

it('is else the largest, of a process before of none', () => {
  expect(leadingLog(logs, [to('/basics/wms')])?.id).toBe('purchases');
  expect(leadingLog(logs.slice(1, 2), [])?.id).toBe('drafts');
  expect(leadingLog([{ id: 'a', process: null, cases: 9 }, { id: 'b', process: 'sell', cases: 2 }], [])?.id).toBe('b');
  expect(leadingLog([], [])).toBeUndefined();
});
