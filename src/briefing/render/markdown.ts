import type { Brief } from '../schemas.ts';
import { pageOf } from './page.ts';

/** A brief as Markdown, readable as plain text too; names from the registers cannot become markup. */
export function toMarkdown(brief: Brief, publicUrl?: string): string {
  const page = pageOf(brief, publicUrl);
  const blocks = [
    `# ${plain(page.headline.plain)}`, `*${plain(page.meta)}*`, ...page.lead.map((s) => plain(s.plain)),
    ...(page.empty === null ? [] : [plain(page.empty)]),
    ...(page.actions.length === 0 ? [] : [`## ${page.actionsTitle}`, ...page.actions.map((a) => [`- **${a.verb}.** ${plain(a.statement.plain)}`, ...(a.why.plain === '' ? [] : [`  ${plain(a.why.plain)}`]), `  **${plain(a.post)}**, ${a.by}`].join('  \n'))]),
    ...(page.charts.length === 0 ? [] : ['## How long work takes', ...page.charts.map((c) => `${plain(c.title.plain)}  \n*${plain(c.source)}*`)]),
    ...page.sections.flatMap((s) => [`## ${s.title}`, ...s.statements.map((t) => plain(t.plain))]),
    ...(page.views.length === 0 ? [] : ['## Saved views', ...page.views.map((v) => `**${v.to === null ? plain(v.name) : `[${plain(v.name)}](<${v.to.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`}** ${plain(v.statement.plain)}`), ...(page.viewsAt === null ? [] : [`*${plain(page.viewsAt)}*`])]),
    ...(page.figures.length === 0 ? [] : ['## Where each figure comes from', table(['Claim', 'What', 'When', 'Figure', 'Against', 'From'], page.figures.map((f) => [f.claim, f.what, f.when, f.value, f.against, f.from]))]),
    `*${plain(page.foot)}*`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map((r) => line(r.map((c) => plain(c).replaceAll('|', '\\|'))))].join('\n');
}

/** Characters that Markdown would read as markup, made literal; digits and points of a figure stay as they are. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#~]/g, '\\$&').replace(/\s+/g, ' ');
