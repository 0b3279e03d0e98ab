import * as z from 'zod';

/** Assumed if a token does not tell its end. Tokens live a month (thetvdb/v4-api#89). */
const ASSUMED_LIFETIME_MS = 24 * 60 * 60 * 1000;

const claims = z.object({ exp: z.number() });

/** The end of a JSON Web Token (RFC 7519), in milliseconds since the epoch. */
export function tokenExpiry(token: string, now: number): number {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    return claims.parse(JSON.parse(payload)).exp * 1000;
  } catch {
    return now + ASSUMED_LIFETIME_MS;
  }
}
