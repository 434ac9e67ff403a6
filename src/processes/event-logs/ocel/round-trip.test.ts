import { testEncodings, testReference } from './round-trips.ts';

testEncodings(3);
testReference(5);
