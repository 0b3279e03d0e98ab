import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Token } from '../kernel/secret.ts';

/** Starts every token, so that secret scanners can find a leaked one. */
const PREFIX = 'immersion_read_';

/** A random token of 192 bits, in characters that are safe in any shell. */
export const createToken = (): string => `${PREFIX}${randomBytes(24).toString('base64url')}`;

/**
 * `sha256$digest`, the digest in base64url. Tokens are too random to guess, so unlike passwords
 * they do not need a slow hash.
 */
export const hashToken = (token: string): string =>
  `sha256$${createHash('sha256').update(token).digest('base64url')}`;

/** Whether a password is one of a user's tokens. Compares it with each of them in constant time. */
export function isTokenOf(password: string, tokens: readonly Token[] = []): boolean {
  const hash = Buffer.from(hashToken(password));
  return tokens.filter((token) => timingSafeEqual(hash, Buffer.from(token.hash))).length > 0;
}
