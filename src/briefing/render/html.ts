import type { Brief, Statement } from '../schemas.ts';
import { escapeXml } from './chart.ts';
import { pageOf, type Page } from './page.ts';

const style = `:root{--paper:#fbfaf7;--ink:#1b232c;--ink2:#55606c;--line:#e4e1d9;--accent:#0b5d6b;--stop:#b3331f;--stop-soft:#fbeae6;--watch:#8a5a00;--watch-soft:#fbf1dc;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e9e6df;--ink2:#a9b0b8;--line:#2a323b;--accent:#6cc0cc;--stop:#f08a76;--stop-soft:#3a201b;--watch:#e0b45c;--watch-soft:#362a14}figure svg{background:#fbfaf7;border-radius:6px}}
*{box-sizing:border-box}body{margin:0 auto;max-width:960px;padding:32px clamp(16px,4vw,48px);background:var(--paper);color:var(--ink);font:15px/1.5 Inter,system-ui,sans-serif}
h1{font:500 clamp(26px,4vw,38px)/1.2 'Source Serif 4',Georgia,serif;max-width:26ch;margin:14px 0;text-wrap:balance}h2{font-size:13px;color:var(--ink2);margin:34px 0 10px;padding-bottom:6px;border-bottom:1px solid var(--line)}
.meta,.foot,.src{color:var(--ink2);font-size:13px}.lead,figcaption,.item p,section p{font:400 17px/1.5 'Source Serif 4',Georgia,serif;max-width:68ch;margin:0 0 10px}
a.fig{color:inherit;text-decoration:none;border-bottom:1.5px dotted var(--ink2)}a.fig:focus-visible{outline:2px solid var(--accent)}
ol{list-style:none;margin:0;padding:0}.item{display:grid;grid-template-columns:90px minmax(0,1fr) 210px;gap:16px;padding:14px 0;border-bottom:1px solid var(--line)}.item p{margin:0}.item .why{color:var(--ink2);font-size:15px}.by b{display:block}
.tag{justify-self:start;align-self:start;font-size:12.5px;font-weight:600;padding:2px 9px;border-radius:99px}.tag::before{content:'';display:inline-block;width:8px;height:8px;margin-right:6px;background:currentColor}.tag.stop{color:var(--stop);background:var(--stop-soft)}.tag.watch{color:var(--watch);background:var(--watch-soft)}.tag.watch::before{clip-path:polygon(50% 0,100% 100%,0 100%)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:24px}figure{margin:0}figure svg{width:100%;height:auto}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13px}th{text-align:left;color:var(--ink2)}th,td{padding:6px 10px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}
@media(max-width:640px){.item{grid-template-columns:1fr;gap:6px}}@media print{body{background:#fff;max-width:none;padding:0;font-size:11pt}.item,figure,tr{break-inside:avoid}a.fig{border-bottom:0}@page{size:A4;margin:16mm}}`;

/** A brief as one page of HTML that needs nothing else: styles inside, charts as SVG, no script. */
export function toHtml(brief: Brief, publicUrl?: string): string {
  const page = pageOf(brief, publicUrl);
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(page.headline.plain)}</title><style>${style}</style></head><body><main>
<div class="meta">${escapeXml(page.meta)}</div>
<h1>${spoken(page.headline)}</h1>
${page.lead.map((s) => `<p class="lead">${spoken(s)}</p>`).join('\n')}${page.empty === null ? '' : `<p class="lead">${escapeXml(page.empty)}</p>`}
${actions(page)}${charts(page)}
${page.sections.map((s) => `<section><h2>${escapeXml(s.title)}</h2>${s.statements.map((t) => `<p>${spoken(t)}</p>`).join('')}</section>`).join('\n')}
${views(page)}${figures(page)}
<p class="foot">${escapeXml(page.foot)}</p></main></body></html>
`;
}

/** A statement with its figures as links to where they come from. */
function spoken(statement: Statement): string {
  return statement.parts.map((p) => ('text' in p ? escapeXml(p.text) : `<a class="fig" href="#c-${p.figure.claim.slice(0, 8)}" title="${escapeXml(`${p.figure.meaning} ${p.figure.age}`)}">${escapeXml(p.figure.text)}</a>`)).join('');
}

function actions(page: Page): string {
  if (page.actions.length === 0) return '';
  const items = page.actions.map((a) => `<li class="item"><span class="tag ${a.tone}">${a.verb}</span><div><p>${spoken(a.statement)}</p>${a.why.plain === '' ? '' : `<p class="why">${spoken(a.why)}</p>`}</div><div class="by"><b>${escapeXml(a.post)}</b>${escapeXml(a.by)}</div></li>`);
  return `<h2>${page.actionsTitle}</h2><ol>${items.join('')}</ol>`;
}

function charts(page: Page): string {
  if (page.charts.length === 0) return '';
  return `<h2>How long work takes</h2><div class="charts">${page.charts.map((c) => `<figure><figcaption>${spoken(c.title)}</figcaption>${c.svg.replace('<svg ', () => `<svg role="img" aria-label="${escapeXml(c.alt)}" `)}<div class="src">${escapeXml(c.source)}</div></figure>`).join('')}</div>`;
}

function views(page: Page): string {
  if (page.views.length === 0) return '';
  return `<section><h2>Saved views</h2>${page.views.map((v) => `<p><b>${v.to === null ? escapeXml(v.name) : `<a href="${escapeXml(v.to)}">${escapeXml(v.name)}</a>`}</b> ${spoken(v.statement)}</p>`).join('')}${page.viewsAt === null ? '' : `<div class="src">${escapeXml(page.viewsAt)}</div>`}</section>\n`;
}

function figures(page: Page): string {
  if (page.figures.length === 0) return '';
  const rows = page.figures.map((f) => `<tr id="c-${f.claim}"><td>${f.claim}</td>${[f.what, f.when, f.value, f.against, f.from].map((t) => `<td>${escapeXml(t)}</td>`).join('')}</tr>`);
  return `<h2>Where each figure comes from</h2><div class="scroll" tabindex="0"><table><thead><tr><th>Claim</th><th>What</th><th>When</th><th>Figure</th><th>Against</th><th>From</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
