import { describe, expect, test } from 'vitest';
import { readPlain, type ReadOutcome } from './testing.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const event = (name: string, time = '2020-01-01T00:00:00Z', more = ''): string => `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${time}"/>${more}</event>`;
const trace = (name: string, ...events: string[]): string => `<trace><string key="concept:name" value="${name}"/>${events.join('')}</trace>`;
const log = (...inside: string[]): string => `<log>\n${inside.join('\n')}\n</log>`;

describe.each(['quick', 'reference'] as const)('the %s reader', (reader) => {
  const read = (document: string, options: Parameters<typeof readPlain>[2] = {}, sizes: Parameters<typeof readPlain>[3] = {}): ReadOutcome => readPlain(reader, [encode(document)], options, sizes);

  test('types values and keeps the instant in UTC with its offset', () => {
    const { events, cases, report } = read(log(trace('1', event('A', '2011-10-01T00:38:44.546+02:00', '<int key="n" value="9007199254740993"/><float key="f" value="0.1"/><boolean key="b" value="true"/><id key="i" value="x"/><date key="d" value="1969-12-31T23:59:59.999999Z"/>')).replace('</trace>', '<float key="amount" value="12.50"/></trace>')));
    expect(events).toEqual([{ row: 0n, case: '1', activity: 'A', time: BigInt(Date.UTC(2011, 8, 30, 22, 38, 44, 546)) * 1000n, offset: 120, 'bigint @n': 9007199254740993n, 'double @f': 0.1, 'boolean @b': true, 'code @i': 'x', 'timestamp @d': -1n }]);
    expect(cases).toEqual([{ case: '1', 'double @amount': 12.5 }]);
    expect(report!.staged).toEqual({ events: 1, cases: 1 });
  });

  test('reads a time without an offset in the zone given, and counts gaps and doubled hours', () => {
    const { events, report } = read(log(trace('1', event('A', '2024-03-31T02:30:00'), event('B', '2024-10-27T02:30:00'), event('C', '2024-07-01T12:00:00'))), { zone: 'Europe/Berlin' });
    expect(events.map((e) => [new Date(Number(e['time']) / 1000).toISOString(), e['offset']])).toEqual([['2024-03-31T01:30:00.000Z', undefined], ['2024-10-27T00:30:00.000Z', undefined], ['2024-07-01T10:00:00.000Z', undefined]]);
    expect(report!.zoneless).toEqual({ times: 3, gaps: 1, ambiguous: 1 });
  });

  test('names the line and reason of everything that cannot become an event', () => {
    const { events, rejected, report } = read(log(
      '<trace><string key="concept:name" value="1"/>',
      '<event><date key="time:timestamp" value="2020-01-01T00:00:00Z"/></event>',
      '<event><string key="concept:name" value="A"/></event>',
      '<event><string key="concept:name" value="A"/><date key="time:timestamp" value="31/12/2020"/></event>',
      event('A'),
      '<event><string key="concept:name" value=""/><date key="time:timestamp" value="2020-01-01T00:00:00Z"/></event>',
      '</trace>',
      `<trace>${event('A')}${event('B')}</trace>`,
      event('stray'),
    ));
    expect(rejected.map(({ line, what, reason, value, events: n }) => [line, what, reason, value, n])).toEqual([
      [3, 'event', 'The event has no concept:name', null, 1],
      [4, 'event', 'The event has no time:timestamp', null, 1],
      [5, 'event', 'The time:timestamp of the event is not a date between the years 1685 and 2254', '31/12/2020', 1],
      [7, 'event', 'The event has no concept:name', null, 1],
      [9, 'trace', 'The trace has no concept:name', null, 2],
      [10, 'event', 'The event is outside every trace', null, 1],
    ]);
    expect(events.map((e) => [e['row'], e['activity']])).toEqual([[3n, 'A']]);
    expect(report!.rejected).toEqual({ events: 7, entries: 6 });
    expect(report!.staged.events + report!.rejected.events).toBe(report!.events);
  });

  test('an event at a time that stands for never is refused with its value; such a date of another key is kept', () => {
    const due = '<date key="due" value="9999-12-31T00:00:00Z"/>';
    const { events, rejected } = read(log(trace('1', event('never', '9999-12-31T00:00:00Z'), event('A', undefined, due))));
    expect(rejected.map(({ line, value }) => [line, value])).toEqual([[2, '9999-12-31T00:00:00.000Z']]);
    expect(events.map((e) => [e['activity'], e['timestamp @due']])).toEqual([['A', BigInt(Date.UTC(9999, 11, 31)) * 1000n]]);
  });

  test('makes one case of two traces with one name, and none of an empty trace', () => {
    const { events, report } = read(log(trace('1', event('A')), trace('2', event('B')), trace('1', event('C')), trace('3')));
    expect(events.map((e) => `${e['case']}${e['activity']}`)).toEqual(['1A', '2B', '1C']);
    expect(report).toMatchObject({ traces: 4, emptyTraces: 1, repeatedCases: 1, staged: { events: 3, cases: 2 } });
  });

  test('accepts any namespace, keeps an attribute with children, and counts what it drops', () => {
    const nested = '<x:string key="who" value="Ann"><x:string key="inner" value="no"/></x:string><x:list key="l"><x:values><x:int key="a" value="1"/></x:values></x:list><x:string key="k"/><x:int key="n" value="seven"/><x:int key="n" value="eight"/>';
    const document = log(trace('1', event('A', undefined, nested))).replaceAll(/<(\/?)(log|trace|event|string|date)\b/g, '<$1x:$2').replaceAll('x:x:', 'x:').replace('<x:log', '<x:log xmlns:x="http://www.xes-standard.org/"');
    const { events, report } = read(document);
    expect(events[0]).toMatchObject({ case: '1', activity: 'A', 'code @who': 'Ann' });
    expect(report).toMatchObject({ nestedDropped: 2, listsDropped: 1, incompleteAttributes: 1, unreadable: { count: 2, examples: [{ count: 2, line: 2, key: 'n', type: 'int', value: 'seven' }] } });
  });

  test('takes the activity from a classifier, declared or spelled out', () => {
    const head = '<global scope="event"><string key="a b" value=""/></global><classifier name="Both" keys="concept:name lifecycle:transition"/><classifier name="Loose" keys="a b concept:name"/>';
    const document = log(head, trace('1', event('A', undefined, '<string key="lifecycle:transition" value="start"/><int key="a b" value="7"/>'), event('A')));
    expect(read(document, { classifier: 'Both' }).events.map((e) => [e['activity'], e['code @concept:name']])).toEqual([['A+start', 'A'], ['A+', 'A']]);
    expect(read(document, { classifier: 'Loose' }).events.map((e) => e['activity'])).toEqual(['7+A', '+A']);
    expect(read(document, { classifier: 'concept:name' }).events.map((e) => e['activity'])).toEqual(['A', 'A']);
    expect(read(document, { classifier: 'None' }).failure).toContain('one of: Both, Loose');
  });

  test('takes a trace whose name comes after more events than a batch holds', () => {
    const late = (name: string): string => `<trace>${Array.from({ length: 20 }, (_, i) => event(`A${i % 3}`)).join('')}${name}</trace>`;
    const { events, report } = read(log(late('<string key="concept:name" value="late"/>'), late(''), trace('late', event('B'))), {}, { rows: 8 });
    const codes = new Map(report!.lateCases.map((c) => [c.provisional, c.code]));
    expect([...codes]).toEqual([[-1, 0], [-2, null]]);
    expect(events.filter((e) => typeof e['case'] === 'string')).toHaveLength(5);
    expect(report!.staged).toEqual({ events: 21, cases: 1 });
  });

  test('starts a dictionary anew instead of outgrowing memory', () => {
    const { events, report } = read(log(...Array.from({ length: 64 }, (_, i) => trace(`c${i}`, event('A', undefined, `<string key="id" value="${'v'.repeat(200)}${i}"/>`)))), {}, { rows: 8, dictionaryBytes: 16_000 });
    expect(report!.restarted).toContain('@id');
    expect(events.map((e) => String(e['code @id']).slice(200))).toEqual(Array.from({ length: 64 }, (_, i) => String(i)));
  });

  test.each([
    ['a document type', '<!DOCTYPE log [<!ENTITY a "b">]><log/>', /document type/],
    ['another root', '<html></html>', /not an XES log/],
    ['an unknown entity', '<log><string key="a" value="&nbsp;"/></log>', /not well-formed/],
    ['a wrong end tag', `${log(trace('1', event('A'), event('B'), event('C'))).replace('</event><event>', '</event></trace><event>')}`, /not well-formed/],
    ['an end in the middle', '<log><trace>', /not well-formed/],
    ['nothing', '', /not well-formed/],
    ['an end tag of another name after many alike', log(trace('1', event('A'), event('B'), event('C')), `<trace><string key="concept:name" value="2"/><x:event><string key="concept:name" value="A"/><date key="time:timestamp" value="2020-01-01T00:00:00Z"/></event><event></event></trace>`), /not well-formed/],
  ])('refuses %s', (_, document, message) => {
    expect(read(document).failure).toMatch(message);
  });
});

test('a refusal names the line', () => {
  expect(readPlain('quick', [encode('<log>\n<trace>\n\n</log>')]).failure).toMatch(/^4: The file is not well-formed XML: the end tag <\/log> closes <trace>/);
});
