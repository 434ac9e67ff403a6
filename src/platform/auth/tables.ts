import type { Generated } from 'kysely';
import type { PermissionSet } from '../write/index.ts';
import type { LinkPurpose } from './model.ts';

interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: Generated<string | null>;
  createdAt: Date;
  updatedAt: Date;
  /** The slug of the person in the register. */
  person: string | null;
  endedAt: Date | null;
}

interface SessionTable {
  id: string;
  token: string;
  userId: string;
  createdAt: Date;
  expiresAt: Date;
}

interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: Date;
  updatedAt: Date;
}

interface ApiKeyTable {
  id: string;
  configId: string;
  name: string | null;
  start: string | null;
  /** Who made it, as an actor's id. */
  referenceId: string;
  prefix: string | null;
  /** SHA-256 of the key, base64url. */
  key: string;
  enabled: boolean | null;
  rateLimitEnabled: boolean | null;
  requestCount: number | null;
  lastRequest: Generated<Date | null>;
  expiresAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

interface OneTimeLinkTable {
  id: Generated<string>;
  purpose: LinkPurpose;
  userId: string | null;
  /** SHA-256 of the token. */
  tokenHash: Buffer;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

interface PermissionGrantTable {
  id: Generated<string>;
  holderKind: 'post' | 'key';
  holderId: string;
  permissionSet: PermissionSet;
  validFrom: Date;
  validTo: Date | null;
  grantedByKind: string;
  grantedById: string;
  grantedAt: Date;
}

declare module '../db/tables.ts' {
  interface Tables {
    'auth.user': UserTable;
    'auth.session': SessionTable;
    'auth.account': AccountTable;
    'auth.apikey': ApiKeyTable;
    'auth.oneTimeLink': OneTimeLinkTable;
    'auth.permissionGrant': PermissionGrantTable;
  }
}
