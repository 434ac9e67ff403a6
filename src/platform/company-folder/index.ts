export { applyFolder, fingerprintOf, planApply, type ApplyOptions } from './apply.ts';
export { exportFolder } from './export.ts';
export { loadFolder, saveFolder } from './files.ts';
export { generateSchemas } from './json-schema.ts';
export { limits, type Folder, type FolderFile, type LocatedRecord } from './model.ts';
export { planText } from './plan-text.ts';
export { planFolder, type Conflict, type Plan, type PlannedChange, type PlanOptions, type Take, type WorkspaceRecord } from './plan.ts';
export { readFolder } from './read-folder.ts';
export { writeFolder, type WritableRecord } from './write-folder.ts';
