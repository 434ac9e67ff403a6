export { orDamage } from './damage.ts';
export { collectGarbage, makeFolders, partPath, readVersion } from './files.ts';
export { type FlattenOrder, flattenVersion } from './flatten-version.ts';
export { type ImportOrder, type Imported, importLog, type ImportProgress, type ImportReport, type RejectedRow, type XesMapping } from './import-log.ts';
export { canonicalJson, type Counts, type DatasetVersion, type ImportMode, type Manifest, type ObjectParts, type PartRef, type SourceRef } from './manifest.ts';
export { objectRelations, openNames } from './object-parts.ts';
export { type PersonalValue } from './pseudonyms.ts';
export { bucketsTogether, relations, type Relations } from './relations.ts';
export type { FlattenedOcel, OcelMapping } from './stage-file.ts';
