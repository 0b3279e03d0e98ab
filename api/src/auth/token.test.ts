import { expect, test } from 'vitest';
import { secretSchema } from '../kernel/secret.ts';
import { createToken, hashToken, isTokenOf } from './token.ts';

// The test vector of FIPS 180-2 for "abc", in base64url.
const ABC = 'sha256$ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0';

test('a token has a prefix that scanners can find, and at least 160 random bits that are safe in a shell', () => {
  const [first, second] = [createToken(), createToken()];

  expect(first).toMatch(/^immersion_read_[\w-]{32}$/);
  expect(second).not.toBe(first);
});

test('the hash of a token is its SHA-256', () => {
  expect(hashToken('abc')).toBe(ABC);
});

test('every hash of a token is valid in the secret', () => {
  const tokens = Array.from({ length: 100 }, (_, index) => ({
    name: `widget ${index}`,
    hash: hashToken(createToken()),
  }));

  const user = { user: 'alice', password: 'fake-password', tokens };

  expect(secretSchema.parse({ users: [user] }).users).toEqual([user]);
});

test('only a token of the user matches, whichever it is', () => {
  const [first, second, other] = [createToken(), createToken(), createToken()];
  const tokens = [first, second].map((token, index) => ({
    name: `${index}`,
    hash: hashToken(token),
  }));

  expect(isTokenOf(first, tokens)).toBe(true);
  expect(isTokenOf(second, tokens)).toBe(true);
  expect(isTokenOf(other, tokens)).toBe(false);
  expect(isTokenOf('', tokens)).toBe(false);
  // Whoever can read the secret cannot sign in with what it holds.
  expect(isTokenOf(hashToken(first), tokens)).toBe(false);
  expect(isTokenOf(first, [])).toBe(false);
  expect(isTokenOf(first, undefined)).toBe(false);
});
