import { sample } from '@immersion-tracker/stand-ins';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { tokenExpiry } from './token-expiry.ts';

const now = Date.UTC(2026, 0, 1);
const inADay = Date.UTC(2026, 0, 2);
const loginAnswer = z.object({ data: z.object({ token: z.string() }) });

/** A token with this payload. */
function tokenOf(payload: string): string {
  return `e30.${Buffer.from(payload).toString('base64url')}.c2ln`;
}

test('the recorded token expires at the end of 2099', () => {
  const { token } = loginAnswer.parse(JSON.parse(sample('tvdb/login_ok.json'))).data;

  const expiry = tokenExpiry(token, now);

  expect(expiry).toBe(Date.UTC(2100, 0, 1));
});

test('a token expires when it says, even in the past', () => {
  const expiry = tokenExpiry(tokenOf('{"exp":1767225599,"x":"ÿ?>"}'), now);

  expect(expiry).toBe(now - 1000);
});

test.each([
  ['empty', ''],
  ['not a JSON Web Token', '0a1b2c3d'],
  ['without JSON', tokenOf('exp=1767225599')],
  ['without an expiry', tokenOf('{}')],
  ['with a string as its expiry', tokenOf('{"exp":"1767225599"}')],
  ['of null', tokenOf('null')],
])('a token (%s) is assumed to last a day', (_, token) => {
  const expiry = tokenExpiry(token, now);

  expect(expiry).toBe(inADay);
});
