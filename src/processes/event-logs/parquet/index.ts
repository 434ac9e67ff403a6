export { parquetSample, plainParquet } from './open.ts';
export { stageParquet } from './stage-parquet.ts';
