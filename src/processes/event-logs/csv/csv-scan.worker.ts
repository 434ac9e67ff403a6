import { parentPort, workerData } from 'node:worker_threads';
import { scanHere, type ScanOrder } from './scan.ts';

parentPort?.postMessage(await scanHere(workerData as ScanOrder), []);
