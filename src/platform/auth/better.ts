import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import type { FastifyRequest } from 'fastify';
import type { Db } from '../db/index.ts';
import { passwordLength, sessionDays } from './model.ts';

/** Where the library's endpoints are; only those that routes.ts forwards can be reached. */
export const authPath = '/api/v1/auth';
/** The header in which we tell the library the client's address; whatever a client sends under it is dropped. */
const addressHeader = 'x-hymnsheet-address';

export interface BetterParts {
  readonly db: Db;
  /** At least 32 characters; signs cookies. */
  readonly secret: string;
  /** The origins of our own pages, as `https://ops.example`; the first is the public one. */
  readonly origins: readonly string[];
  readonly onLog?: (level: string, message: string) => void;
}

/** The library that holds passwords and sessions: on our tables in schema `auth`, sign-up closed, no telemetry, no network. */
export function openBetterAuth({ db, secret, origins, onLog = () => {} }: BetterParts) {
  const [publicOrigin] = origins;
  if (publicOrigin === undefined) throw new RangeError('sign-in needs the origin of its own pages');
  return betterAuth({
    appName: 'Hymnsheet',
    baseURL: publicOrigin,
    basePath: authPath,
    secret,
    trustedOrigins: [...origins],
    database: { db, type: 'postgres', schemaName: 'auth' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: passwordLength.min, maxPasswordLength: passwordLength.max, revokeSessionsOnPasswordReset: true },
    session: { expiresIn: sessionDays * 86_400, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: { enabled: true, storage: 'memory', window: 60, max: 100, customRules: { '/sign-in/email': { window: 60, max: 20 }, '/change-password': { window: 60, max: 10 } } },
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message) => onLog(level, message) },
    advanced: { cookiePrefix: 'hymnsheet', useSecureCookies: publicOrigin.startsWith('https:'), disableCSRFCheck: false, disableOriginCheck: false, ipAddress: { ipAddressHeaders: [addressHeader] } },
    // Its limit of ten requests a day for a key is not ours; a key is found in identify.ts and made in keys.ts.
    plugins: [apiKey({ rateLimit: { enabled: false }, defaultKeyLength: 48 })],
  });
}

export type BetterAuth = ReturnType<typeof openBetterAuth>;

/** A request's headers for the library: the client's address is the one that our server saw, or its trusted proxy said. */
export function libraryHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const name of ['cookie', 'origin', 'referer', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  headers.set(addressHeader, request.ip);
  return headers;
}
