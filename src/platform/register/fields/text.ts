import { z } from 'zod';

// The message of every check here is what was wanted; the reader puts the place and the value before it.
const visible = (wanted: string, max: number) =>
  z
    .string({ error: wanted })
    .max(max, { error: `at most ${max} characters` })
    .refine((text) => text.trim() === text && text !== '', { error: `${wanted}, not empty and without blanks around it` })
    // oxlint-disable-next-line no-control-regex
    .refine((text) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text), { error: 'text without control characters' });

/** A name as people say it: one line, 1 to 200 characters. */
export function nameField(): z.ZodType<string, string> {
  return visible('a name', 200).refine((text) => !/[\n\t]/.test(text), { error: 'one line of text' });
}

/** Prose: 1 to 4,000 characters. */
export function proseField(): z.ZodType<string, string> {
  return visible('text', 4000);
}

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const slugWanted = 'an id of small letters, digits and single hyphens, as order-to-cash';

/** The id of a record: small letters, digits and single hyphens, at most 64 characters, never reused. */
export const slugField = z.string({ error: slugWanted }).max(64, { error: 'an id of at most 64 characters' }).regex(slugPattern, { error: slugWanted });

export const codeWanted = 'an id of letters, digits, dots, hyphens and underscores, as INC-0042';

/** The id that another system gave a record, as `INC-0042`: letters, digits, dots, hyphens and underscores, at most 64. */
export const codeField = z.string({ error: codeWanted }).max(64, { error: 'an id of at most 64 characters' }).regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: codeWanted });

/** The id of a record of `kind`; that it exists is checked over all records together. */
export function refField(kind: string): z.ZodType<string, string> {
  return slugField.describe(`Id of a ${kind}`);
}

/** An e-mail address, kept in small letters. */
export const emailField = z.email({ error: 'an e-mail address' }).max(254, { error: 'an e-mail address of at most 254 characters' }).refine((e) => e === e.toLowerCase(), { error: 'an e-mail address in small letters' });
