export { csvCell, goneSignal, sendCsv, type CsvValue } from './csv.ts';
export { mountOperations, type Metrics, type Readiness } from './operations.ts';
export { ownOrigins, type OwnAddress } from './origins.ts';
export { pageOf, pageQuery, readCursor, readInstant, readOffset, writeCursor } from './page.ts';
export { problemSchema } from './problem-schema.ts';
export { isFile, route, type AnyRoute, type FileReply, type Method, type Route, type RouteInput } from './route.ts';
export { buildServer, type ServerParts } from './server.ts';
export { type Patience, sendStream } from './stream.ts';
export { mountWebClient } from './web-client.ts';
