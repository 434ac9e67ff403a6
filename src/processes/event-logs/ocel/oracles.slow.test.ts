import { testOracle } from './oracle-logs.ts';

testOracle('ocel2-order', 'ocel2-order.sqlite', 'sqlite');
