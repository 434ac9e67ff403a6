export { EventHeap } from './event-heap.ts';
