export { boundedSpan, type ClockSql, clockSql, instantSql, offsetsSql, readingSql, workingClock } from './clock.ts';
