import { testEncodings, testReference } from './round-trips.ts';

testEncodings(60);
testReference(100);
