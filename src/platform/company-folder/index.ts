export { loadFolder, saveFolder } from './files.ts';
export { generateSchemas } from './json-schema.ts';
export { limits, type Folder, type FolderFile, type LocatedRecord } from './model.ts';
export { readFolder } from './read-folder.ts';
export { writeFolder, type WritableRecord } from './write-folder.ts';
