import type { Sheet, Statement, Verification } from '../schemas.ts';

export type TextDifference = Verification['texts']['differ'][number];

/** One text of a sheet: where it stands, what it is compared by, and how a reader sees it. */
interface Text {
  readonly place: string;
  readonly key: string;
  readonly shown: string;
}

/** A list of texts on the sheet; lists of unequal length are matched by their texts, not by their places. */
type TextList = readonly Text[];

const plainText = (place: string, value: unknown): Text => ({ place, key: JSON.stringify(value ?? null), shown: typeof value === 'string' ? value : JSON.stringify(value ?? null) });

function statement(place: string, { plain, parts, claims }: Statement): Text {
  return { place, key: JSON.stringify([plain, parts, claims]), shown: plain };
}

/** All that a sheet says, as lists of texts by name: its head, sentences, actions, charts and sections. */
function listsOf(sheet: Sheet): ReadonlyMap<string, TextList> {
  const { company, zone, asOf, pinned, evidenceUpTo, readability, empty } = sheet;
  const head = Object.entries({ company, zone, 'as of': asOf, 'shown as of': pinned, 'evidence up to': evidenceUpTo, readability, 'nothing to say': empty }).map(([place, value]) => plainText(place, value));
  const sections = sheet.sections.map((s): [string, TextList] => [`section “${s.title}”`, s.statements.map((t, i) => statement(`${s.title}, line ${i + 1}`, t))]);
  return new Map<string, TextList>([
    ['head', [...head, statement('headline', sheet.headline)]],
    ['lead', sheet.lead.map((s, i) => statement(`lead ${i + 1}`, s))],
    ['actions', sheet.actions.flatMap((a, i) => {
      const at = `action ${i + 1}`;
      return [plainText(at, `${a.verb} (${a.tone})`), statement(`${at}, what`, a.statement), statement(`${at}, why`, a.why), plainText(`${at}, post`, [a.post.name, a.post.holder, a.post.id].join(', ')), plainText(`${at}, by`, a.by), plainText(`${at}, link`, a.link)];
    })],
    ['charts', sheet.charts.flatMap((c, i) => [statement(`chart ${i + 1}, title`, c.title), plainText(`chart ${i + 1}, source`, c.source), ...c.series.map((s) => plainText(`chart ${i + 1}, ${s.name}`, { measure: s.measure, name: s.name, unit: s.unit, points: s.points.map((p) => ({ start: p.start, value: rounded(p.value), lo: rounded(p.lo), hi: rounded(p.hi), n: p.n, settling: p.settling === true })) }))])],
    ['sections', sheet.sections.map((s) => plainText('section', s.title))],
    ...sections,
  ]);
}

/** A figure of a chart without the last digits, which another order of summing may change. */
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(9)));

/**
 * What a sheet says otherwise than the one made again, both texts, by place; a text left out or put in has only one side.
 * @example textDifferences(sheet, sheet).differ // []
 */
export function textDifferences(written: Sheet, again: Sheet): { checked: number; differ: TextDifference[] } {
  const [a, b] = [listsOf(written), listsOf(again)];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  const differ = names.flatMap((name) => compareLists(a.get(name) ?? [], b.get(name) ?? []));
  return { checked: names.reduce((sum, name) => sum + Math.max(a.get(name)?.length ?? 0, b.get(name)?.length ?? 0), 0), differ };
}

function compareLists(written: TextList, again: TextList): TextDifference[] {
  if (written.length === again.length && written.every((t, i) => t.place === again[i]!.place)) return written.flatMap((t, i) => (t.key === again[i]!.key ? [] : [difference(t, again[i]!)]));
  const left = (of: TextList, from: TextList) => {
    const rest = from.map((t) => t.key);
    return of.filter((t) => { const at = rest.indexOf(t.key); if (at >= 0) rest.splice(at, 1); return at < 0; });
  };
  return [...left(written, again).map((t) => ({ place: t.place, written: t.shown, again: null })), ...left(again, written).map((t) => ({ place: t.place, written: null, again: t.shown }))];
}

function difference(written: Text, again: Text): TextDifference {
  // Where the words are alike, the figures in them, or what these open, are not: then all of it is shown.
  const alike = written.shown === again.shown;
  return { place: written.place, written: alike ? written.key : written.shown, again: alike ? again.key : again.shown };
}
