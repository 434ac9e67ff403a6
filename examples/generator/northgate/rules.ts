/** What Northgate says must be so in every case of a process; some of it is always so, some is not. */
export const ruleRecords = {
  'picked-within-a-day': {
    name: 'Picked within a working day', process: 'order-to-cash',
    description: 'Where credit is checked by the system, the goods are picked within eight working hours.',
    rule: { kind: 'follows', first: 'Check credit', followedBy: 'Pick goods', withinWorkingHours: 8 },
  },
  'packed-once': { name: 'Packed right the first time', process: 'order-to-cash', rule: { kind: 'at-most', activity: 'Check and pack', times: 1 } },
  'packed-before-dispatch': { name: 'Nothing leaves unchecked', process: 'order-to-cash', rule: { kind: 'only-after', activity: 'Dispatch order', after: 'Check and pack' } },
  'cancelled-or-dispatched': { name: 'What is cancelled stays', process: 'order-to-cash', rule: { kind: 'never-both', a: 'Cancel order', b: 'Dispatch order' } },
  'approved-within-a-day': { name: 'Approved within a working day', process: 'purchase-to-pay', rule: { kind: 'follows', first: 'Raise requisition', followedBy: 'Approve requisition', withinWorkingHours: 8 } },
  'goods-before-money': { name: 'Goods before money', process: 'purchase-to-pay', rule: { kind: 'only-after', activity: 'Pay supplier', after: 'Receive goods' } },
  'four-eyes': { name: 'Four eyes on money', process: 'purchase-to-pay', description: 'Who approves what is bought does not approve its payment.', rule: { kind: 'different-people', a: 'Approve requisition', b: 'Approve payment' } },
};
