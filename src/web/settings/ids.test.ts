import { expect, it } from 'vitest';
import { idFrom } from './ids.ts';

it.each([['Head of Order Fulfilment', [], 'head-of-order-fulfilment'], ['Zoë O’Hara', ['zoe-ohara'], 'zoe-ohara-2'], ['Zoë O’Hara', ['zoe-ohara', 'zoe-ohara-2'], 'zoe-ohara-3'], ['  ', [], '']])('%s beside %j: %s', (name, taken, id) => expect(idFrom(name, taken)).toBe(id));
