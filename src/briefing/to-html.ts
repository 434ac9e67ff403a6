import { chartSvg } from './chart.ts';
import { byDay, layoutOf, postLine } from './layout.ts';
import type { Brief, Statement } from './schemas.ts';

const style = `
:root{--paper:#fbfaf7;--ink:#1b232c;--ink2:#55606c;--line:#e4e1d9;--accent:#0b5d6b;--stop:#b3331f;--watch:#8a5a00}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 Inter,system-ui,sans-serif;font-feature-settings:'tnum' 1}
main{max-width:760px;margin:0 auto;padding:32px 20px 64px}
.meta,footer,.src,.why{color:var(--ink2);font-size:13px}h1{font:500 clamp(26px,5vw,36px)/1.2 'Source Serif 4',Georgia,serif;margin:14px 0}
p,li{font:400 17px/1.5 'Source Serif 4',Georgia,serif;margin:0 0 10px}h2{font:600 13px Inter,system-ui,sans-serif;color:var(--ink2);border-bottom:1px solid var(--line);padding-bottom:6px;margin:32px 0 12px}
ul{list-style:none;padding:0;margin:0}.act{display:grid;grid-template-columns:84px 1fr 180px;gap:16px;border-bottom:1px solid var(--line);padding:12px 0}.act p{margin:0}
.verb{font-weight:600;font-size:13px}.stop{color:var(--stop)}.watch{color:var(--watch)}.by{font-size:13.5px;color:var(--ink2)}.by b{display:block;color:var(--ink)}
figure{margin:0 0 20px}figcaption{font:400 16px/1.4 'Source Serif 4',Georgia,serif}svg{max-width:100%;height:auto}.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:24px}
abbr{text-decoration:none;border-bottom:1.5px dotted #cfcbc1;white-space:nowrap}footer{border-top:1px solid var(--line);margin-top:32px;padding-top:10px;overflow-wrap:anywhere}
@media(max-width:640px){.act{grid-template-columns:1fr;gap:4px}}@media print{body{background:#fff}}`;

/** The sheet as one HTML page that needs nothing else: styles and pictures inside, no script. */
export function toHtml(brief: Brief): string {
  const { sheet } = brief;
  const layout = layoutOf(brief);
  const actions = sheet.actions.map((a) => `<li class="act"><span class="verb ${a.tone}">${a.tone === 'stop' ? '■' : '▲'} ${a.verb}</span><div><p>${words(a.statement)}</p><span class="why">${words(a.why)}</span></div><span class="by"><b>${esc(postLine(a.post))}</b>${byDay(a.by)}</span></li>`);
  const charts = sheet.charts.map((c) => `<figure><figcaption>${words(c.title)}</figcaption>${chartSvg(c.series)}<div class="src">${esc(c.source)}</div></figure>`);
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${esc(layout.title)}</title><style>${style}</style></head><body><main>
<div class="meta">${esc(sheet.company)} · ${esc(layout.shown)} · ${esc(layout.upTo)}</div>
<h1>${words(sheet.headline)}</h1>
${sheet.lead.map((s) => `<p>${words(s)}</p>`).join('\n')}
${actions.length === 0 ? '' : `<h2>${layout.actionsTitle}</h2><ul>${actions.join('\n')}</ul>`}
${sheet.sections.map((s) => `<h2>${esc(s.title)}</h2><ul>${s.statements.map((line) => `<li>${words(line)}</li>`).join('\n')}</ul>`).join('\n')}
${charts.length === 0 ? '' : `<h2>${layout.chartsTitle}</h2><div class="charts">${charts.join('\n')}</div>`}
<footer>${esc(layout.footer)}</footer>
</main></body></html>
`;
}

/** A statement with what each figure means in its title. */
function words(statement: Statement): string {
  return statement.parts.map((p) => ('text' in p ? esc(p.text) : `<abbr title="${esc(`${p.figure.meaning} ${p.figure.age}`)}">${esc(p.figure.text)}</abbr>`)).join('');
}

function esc(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
