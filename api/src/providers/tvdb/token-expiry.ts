import * as z from 'zod';

/** Assumed if a token's expiry is unreadable. Tokens last a month (thetvdb/v4-api#89). */
const ASSUMED_LIFETIME_MS = 24 * 60 * 60 * 1000;

const claims = z.object({ exp: z.number() });

/** The expiry of a JSON Web Token (RFC 7519), in epoch milliseconds. */
export function tokenExpiry(token: string, now: number): number {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    return claims.parse(JSON.parse(payload)).exp * 1000;
  } catch {
    return now + ASSUMED_LIFETIME_MS;
  }
}
