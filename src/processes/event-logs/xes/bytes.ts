/** Byte classes of XML 1.0 in UTF-8; bytes of 0x80 and above are left to the caller. */
export const NAME_BYTE = table((c) => c >= 0x80 || /[A-Za-z0-9_:.-]/.test(String.fromCharCode(c)));
export const SPACE_BYTE = table((c) => c === 32 || c === 9 || c === 10 || c === 13);
/** Bytes that end the quick reading of an attribute value: quote, entity, markup, control, and 0xEF, which may begin U+FFFE or U+FFFF. */
export const VALUE_STOP = table((c) => c < 32 || c === 0x22 || c === 0x26 || c === 0x3c || c === 0xef);
/** Bytes that plain text between tags may hold without a closer look. */
export const TEXT_PLAIN = table((c) => c >= 32 && c !== 0x26 && c !== 0x3c && c !== 0x5d && c !== 0xef);

export const SPACE = 32, LT = 60, GT = 62, SLASH = 47, BANG = 33, QUESTION = 63, QUOTE = 34, APOSTROPHE = 39, EQUALS = 61, AMP = 38, DASH = 45, BRACKET = 93, CR = 13, LF = 10, SEMICOLON = 59;

const NAME = /^[:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}][-.0-9:A-Z_a-z\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C-\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]*$/u;

/**
 * Whether a text is a name of XML 1.0 (fifth edition, production 5).
 * @example isName('concept:name') // true
 */
export function isName(text: string): boolean {
  return NAME.test(text);
}

/** Whether XML 1.0 allows the character (production 2). */
export function isXmlChar(c: number): boolean {
  return (c >= 0x20 && c <= 0xd7ff) || c === 9 || c === 10 || c === 13 || (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

/** True where the three bytes at `at` are U+FFFE or U+FFFF, which XML does not allow. */
export function isNonCharacter(b: Uint8Array, at: number): boolean {
  return b[at] === 0xef && b[at + 1] === 0xbf && b[at + 2]! >= 0xbe;
}

const ENTITIES: Record<string, number> = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };

/**
 * The character that the inside of `&…;` stands for, or what is wrong with it. No entity can be declared, so there is none to expand.
 * @example entityChar('#x41') // 65
 */
export function entityChar(inside: string): number | string {
  const named = ENTITIES[inside];
  if (named !== undefined) return named;
  const m = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(inside);
  if (m === null) return `the entity &${inside}; is not defined`;
  const c = m[1] !== undefined ? Number.parseInt(m[1], 16) : Number(m[2]);
  return isXmlChar(c) ? c : `the character &${inside}; is not allowed`;
}

/** Line ends in a range: LF, CR LF, or CR alone. The byte after the range must be known where it ends in CR. */
export function countLines(b: Uint8Array, from: number, to: number): number {
  let lines = 0;
  for (let i = from; i < to; i++) {
    const c = b[i]!;
    if (c === LF || (c === CR && b[i + 1] !== LF)) lines++;
  }
  return lines;
}

function table(test: (c: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, c) => (test(c) ? 1 : 0));
}
