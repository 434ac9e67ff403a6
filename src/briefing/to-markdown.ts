import { byDay, layoutOf, postLine } from './layout.ts';
import type { Brief } from './schemas.ts';

/** The sheet as Markdown: the same words as the page, without pictures. */
export function toMarkdown(brief: Brief): string {
  const { sheet } = brief;
  const layout = layoutOf(brief);
  const blocks = [
    `*${esc(sheet.company)} · ${esc(layout.shown)} · ${esc(layout.upTo)}*`,
    `# ${esc(sheet.headline.plain)}`,
    ...sheet.lead.map((s) => esc(s.plain)),
    ...(sheet.actions.length === 0 ? [] : [`## ${layout.actionsTitle}`, sheet.actions.map((a) => `- **${a.verb}:** ${esc(a.statement.plain)} ${esc(a.why.plain)}\n  *${esc(postLine(a.post))}, ${byDay(a.by)}*`).join('\n')]),
    ...sheet.sections.flatMap((s) => [`## ${esc(s.title)}`, s.statements.map((line) => `- ${esc(line.plain)}`).join('\n')]),
    ...(sheet.charts.length === 0 ? [] : [`## ${layout.chartsTitle}`, sheet.charts.map((c) => `- ${esc(c.title.plain)} (${esc(c.source)})`).join('\n')]),
    `---\n${esc(layout.footer)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Characters that Markdown would read as markup. */
function esc(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, (c) => `\\${c}`);
}
