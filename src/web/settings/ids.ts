/**
 * An id from a name: small letters without their accents, digits, hyphens between words; `-2` and so on where it is taken.
 * @example idFrom('Zoë O’Hara', ['zoe-ohara']) // 'zoe-ohara-2'
 */
export function idFrom(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFKD').replace(/[\u0300-\u036f'’]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 56).replace(/-+$/, '');
  if (plain === '') return '';
  let id = plain;
  for (let n = 2; taken.includes(id); n++) id = `${plain}-${n}`;
  return id;
}
