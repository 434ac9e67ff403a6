export { openEngine, type EngineOptions, type EventEngine } from './engine.ts';
export type { Cell, ColumnAppender, ColumnBatch, ColumnData, EngineConnection, ListData, Row, RunOptions, SqlValue } from './model.ts';
