export { collectGarbage, makeFolders, partPath, readVersion } from './files.ts';
export { type ImportOrder, type Imported, importLog, type ImportProgress, type ImportReport, type RejectedRow, type XesMapping } from './import-log.ts';
export type { Counts, DatasetVersion, ImportMode, Manifest, PartRef, SourceRef } from './manifest.ts';
export { type PersonalValue } from './pseudonyms.ts';
export { relations, type Relations } from './relations.ts';
export type { FlattenedOcel, OcelMapping } from './stage-file.ts';
