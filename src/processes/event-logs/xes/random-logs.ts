import * as fc from 'fast-check';

const key = fc.constantFrom('concept:name', 'time:timestamp', 'lifecycle:transition', 'org:resource', 'concept:instance', 'cost', 'a b', 'x&amp;y', 'é', '');
const instant = fc.tuple(
  fc.constantFrom('2011-10-01', '2012-02-29', '1970-01-01', '0001-01-01', '9999-12-31', '2011-02-29', '2024-03-31', '1960-06-15', '2011-1-1'),
  fc.constantFrom('T00:38:44.546', 'T24:00:00', 'T02:30:00', ' 10:00', 't10:00:00,5', 'T10:00:00.123456789', 'T25:00:00', 'T10:61:00', '', 'T10:00:60', 'T10', 'T10:00:0'),
  fc.constantFrom('+02:00', 'Z', '', '-0330', '+01', '+15:00', '+1:00', 'z', '-00:00', '+14:00'),
).map((parts) => parts.join(''));
const text = fc.oneof(
  fc.constantFrom('A_SUBMITTED', 'register request', '', 'ä', '日本', '，', '😀', 'a&lt;b', '&#65;&#x1F600;', '&quot;x&apos;', 'two\nlines', 'tab\there', 'cr\r\nlf', ' padded ', '>', '>', '\uFFFD'),
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1', 'é'), maxLength: 6 }),
);
const number = fc.constantFrom('1', '-5', '0', '007', '+3', '1.5', '-0.25', '1e3', '.5', '5.', 'NaN', 'INF', '-INF', '9007199254740993', '-9223372036854775808', '9223372036854775808', '123456789012345', '1234567890123456', '0.1234567890123456789', '-0', ' 4 ', 'x', '1.2.3', '--1', '+', '-', '.');
const value = fc.oneof({ weight: 3, arbitrary: text }, { weight: 3, arbitrary: instant }, number, fc.constantFrom('true', 'false', 'TRUE', '1', 'yes'));
const kind = fc.constantFrom('string', 'string', 'string', 'date', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container', 'strange');
const prefix = fc.constantFrom('', '', '', '', '', 'xes:');
const gap = fc.constantFrom('', '\n\t', '\n', ' ', '\r\n', '<!-- note -->', '<?pi x?>', '<![CDATA[<x>]]>', 'text &amp; more', '\n\n  ');

/** An attribute in one of the many ways to write it. */
function attributeWith(child: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(kind, prefix, key, value, fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8), fc.array(child, { maxLength: 2 }), gap).map(([k, p, name, v, style, children, g]) => {
    const tag = p + k, dq = `key="${name}" value="${v.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
    switch (style) {
      case 0: return `<${tag} ${dq}/>`;
      case 1: return `<${tag} ${dq} />`;
      case 2: return `<${tag} ${dq}></${tag} >`;
      case 3: return `<${tag} ${dq}>${g}${children.join(g)}</${tag}>`;
      case 4: return `<${tag} value='${v.replaceAll("'", '&apos;').replaceAll('<', '&lt;')}' key="${name}"/>`;
      case 5: return `<${tag}\n key = "${name}"/>`;
      case 6: return `<${tag} key='${name}' value="${v.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}" extra="1"/>`;
      case 7: return `<${tag} ${dq} >${children.join('')}</${tag}>`;
      default: return `<${tag} value="${name}"/>`;
    }
  });
}
const attribute = attributeWith(attributeWith(fc.constantFrom('', '<values/>', '<int key="n" value="1"/>', '<string key="concept:name" value="inner"/>')));

const attributes = fc.array(attribute, { maxLength: 6 });
/** Mostly the shape that machines write, so that the shortcut is at work. */
const usual = fc.tuple(fc.constantFrom('A', 'B', 'C&amp;D', ''), instant, fc.constantFrom('start', 'complete', 'COMPLETE'), fc.constantFrom('Pete', '', 'Ann'), fc.constantFrom(0, 1, 2, 3)).map(([a, t, l, r, order]) => {
  const parts = [`<string key="org:resource" value="${r}"/>`, `<string key="concept:name" value="${a}"/>`, `<string key="lifecycle:transition" value="${l}"/>`, `<date key="time:timestamp" value="${t}"/>`];
  return [...parts.slice(order), ...parts.slice(0, order)].slice(order === 3 ? 1 : 0).map((p) => `\n\t\t\t${p}`).join('');
});
const event = fc.oneof({ weight: 4, arbitrary: usual.map((a) => `\n\t\t<event>${a}\n\t\t</event>`) }, { weight: 1, arbitrary: fc.tuple(usual, prefix, fc.constantFrom(true, true, true, true, true, true, true, false)).map(([a, p, closes]) => `\n\t\t<${p}event>${a}\n\t\t</${closes ? p : ''}event>`) }, fc.tuple(attributes, gap, prefix).map(([a, g, p]) => `<${p}event>${g}${a.join(g)}</${p}event>`), fc.constantFrom('<event/>', '\n\t\t<event id="1">\n</event>'));
const trace = fc.tuple(fc.constantFrom('1', '2', '3', 'x', 'ä', ''), fc.array(fc.oneof({ weight: 5, arbitrary: event }, attribute), { maxLength: 8 }), attributes, prefix, fc.constantFrom(0, 0, 0, 1, 2)).map(([name, events, more, p, style]) => {
  const named = style === 2 ? '' : `\n\t\t<string key="concept:name" value="${name}"/>`;
  return style === 1 ? `<${p}trace>${events.join('')}${more.join('')}${named}</${p}trace>` : `\n\t<${p}trace>${named}${more.join('\n\t\t')}${events.join('')}\n\t</${p}trace>`;
});
const header = fc.constantFrom(
  '', '<global scope="event"><string key="cost" value="0"/><string key="a b" value=""/></global>', '<classifier name="C" keys="concept:name lifecycle:transition"/>', '<classifier name="T" scope="trace" keys="concept:name"/>',
  '<extension name="Time" prefix="time" uri="http://x/"/>', '<int key="n" value="3"><int key="m" value="1"/></int>', '<list key="l"><values><int key="i" value="1"/></values></list>', '<event><string key="concept:name" value="stray"/></event>', '<unknown><event/></unknown>',
);
/** An XES document, from the usual to the strange, that is nearly always well-formed. */
export const randomLog: fc.Arbitrary<string> = fc.tuple(fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n', '<!-- made by a machine -->\n'), fc.constantFrom('log', 'log xmlns="http://www.xes-standard.org/"', 'xes:log xmlns:xes="http://www.xes-standard.org"'), fc.array(header, { maxLength: 3 }), fc.array(trace, { maxLength: 6 }), fc.constantFrom('', '\n', '<!-- end -->'))
  .map(([declaration, root, headers, traces, tail]) => `${declaration}<${root}>${headers.join('\n')}${traces.join('')}</${root.split(' ')[0]}>${tail}`);

/** Where to cut a document into chunks. */
export const cuts: fc.Arbitrary<number[]> = fc.array(fc.nat(4000), { maxLength: 8 });
/** A document in chunks. */
export function split(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  const points = [0, ...[...at].map((n) => n % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return points.slice(1).map((to, i) => bytes.subarray(points[i]!, to));
}
const oneDamage = fc.record({ at: fc.nat(), kind: fc.constantFrom('drop', 'insert', 'replace'), with: fc.constantFrom('<', '>', '/', '"', "'", '&', ';', '=', ' ', '\0', '\n', '!', '-', ']]>', '--', '<!--', '</', 'x', '&x;', '&#0;', '&#xFFFE;', '<!DOCTYPE log>', '<?xml version="1.0"?>', '\uFFFE', ':', '<a b="1" b="2"/>', '<1/>', '<!X', '\u007F', '\r') });

/** A random log with up to three places damaged. */
export const damagedLog: fc.Arbitrary<string> = fc.tuple(randomLog, fc.array(oneDamage, { minLength: 1, maxLength: 3 })).map(([document, damages]) => {
  let broken = document;
  for (const d of damages) {
    const p = d.at % (broken.length + 1);
    broken = broken.slice(0, p) + (d.kind === 'drop' ? '' : d.with) + broken.slice(d.kind === 'insert' ? p : p + 1);
  }
  return broken;
});
