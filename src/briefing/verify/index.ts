export { verifyBrief } from './verify.ts';
