export type { EventFiles, Looked, StageRequest } from './event-files.ts';
export { Imports, rejectedPath, type ImportParts, type ImportProgress } from './imports.ts';
export type { ImportReport, Mapping, Mode, Reading, Rejected, StagedVersion } from './model.ts';
export { eventLogPublished, publish, type KeepPseudonyms, type Publication } from './publish.ts';
export { currentVersion, currentVersions, importById, versionOf } from './store.ts';
export { findUpload, receiveUpload, uploadLimit, type Upload } from './uploads.ts';
export { catalogueRoutes, type CatalogueParts } from './routes.ts';
export { readingOf, stageEvents } from './stage-events.ts';
