export { toHtml } from './html.ts';
export { toMarkdown } from './markdown.ts';
export { pageOf, type Page } from './page.ts';
export { toPdf } from './pdf.ts';
