export { createBrief, type BriefingParts, type NamesOf } from './create.ts';
export { toHtml, toMarkdown, toPdf } from './render/index.ts';
export { briefFormats, briefingRoutes } from './routes.ts';
export { briefSchema, briefSummarySchema, sheetSchema, verificationSchema, type Brief, type Sheet, type Statement, type Verification } from './schemas.ts';
export { Today, type SheetOfToday } from './today.ts';
export { verifyBrief } from './verify/index.ts';
export { replaceNameInBriefs } from './store.ts';
