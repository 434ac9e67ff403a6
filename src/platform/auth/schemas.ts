import { z } from 'zod';
import { pageOf } from '../http/index.ts';
import { permissionSets } from '../write/index.ts';
import { passwordLength } from './model.ts';

const instant = z.iso.datetime({ offset: true });
const set = z.enum(permissionSets).describe('administrator, editor, finance, contributor or viewer');
const newPassword = z
  .string()
  .min(passwordLength.min, { error: `a password of at least ${passwordLength.min} characters` })
  .max(passwordLength.max, { error: `a password of at most ${passwordLength.max} characters` });
const personName = z.string().trim().min(1).max(200);
const slug = z.string().min(1).max(200);

export const meSchema = z.object({
  signedIn: z.boolean(),
  needsSetUp: z.boolean().describe('Nobody can sign in yet: the set-up link that the server printed is next'),
  kind: z.enum(['person', 'key', 'operator']).nullable(),
  id: z.string().nullable().describe('As the audit names who acted'),
  person: z.string().nullable().describe('The id in the register of people'),
  name: z.string().nullable(),
  email: z.string().nullable(),
  sets: z.array(set),
  posts: z.array(z.object({ post: z.string(), deputy: z.boolean().describe('As deputy, inside a dated delegation') })),
  ask: z.array(z.string()).describe('Names of administrators, for a person whose posts give no set yet; else empty'),
});

export const signInInput = z.object({ email: z.email().max(320), password: z.string().min(1).max(1000) });
export const changePasswordInput = z.object({ current: z.string().min(1).max(1000), next: newPassword });
export const doneSchema = z.object({ done: z.literal(true) });

const token = z.string().min(20).max(200);
export const inspectInput = z.object({ token });
export const linkSchema = z.object({ purpose: z.enum(['set-up', 'invitation', 'reset']), email: z.string().nullable(), expiresAt: instant });
export const acceptInput = z.object({ token, password: newPassword, name: personName.optional().describe('For a set-up'), email: z.email().max(320).optional().describe('For a set-up') });
export const setUpDetails = z.object({ name: personName, email: z.email().max(320) });
export const acceptedSchema = z.object({ email: z.string().describe('The address to sign in with') });
export const newLinkSchema = z.object({ url: z.string().describe('Works once; shown now and never again'), expiresAt: instant });

export const keySchema = z.object({
  id: z.string(), name: z.string(), start: z.string().describe('Its first characters, to tell keys apart'), sets: z.array(set),
  createdBy: z.string(), createdAt: instant, expiresAt: instant.nullable(), lastUsedAt: instant.nullable(), revoked: z.boolean(),
});
export const keyPage = pageOf(keySchema);
export const createKeyInput = z.object({
  name: z.string().trim().min(1).max(100), sets: z.array(set).min(1), expiresInDays: z.number().int().min(1).max(3650).nullable().default(365).describe('Days until it expires; null: never'),
});
export const newKeySchema = keySchema.extend({ key: z.string().describe('The key itself; shown now and never again') });

export const signInSchema = z.object({
  id: z.string(), person: z.string().nullable(), name: z.string(), email: z.string(), state: z.enum(['invited', 'active', 'ended']), createdAt: instant, lastSignInAt: instant.nullable(),
});
export const signInPage = pageOf(signInSchema);
export const inviteInput = z.object({ person: slug.describe('The id in the register of people'), email: z.email().max(320).optional().describe('Where it is not the one in the register') });
export const invitedSchema = z.object({ signIn: signInSchema, link: newLinkSchema });

const holder = z.object({ kind: z.enum(['post', 'key']), id: slug });
export const grantSchema = z.object({ id: z.string(), holder, set, from: instant, to: instant.nullable(), grantedBy: z.object({ kind: z.string(), id: z.string() }), grantedAt: instant });
export const grantPage = pageOf(grantSchema);
export const grantInput = z
  .object({ holder, set, from: instant.optional().describe('Absent: now'), to: instant.nullable().default(null).describe('Absent: until it is ended') })
  .refine((g) => g.to === null || g.from === undefined || Date.parse(g.from) < Date.parse(g.to), { error: 'an end after the start', path: ['to'] });

export const idParams = z.object({ id: slug });
