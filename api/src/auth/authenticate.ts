import { createHmac, randomBytes } from 'node:crypto';
import { PublicError } from '../kernel/errors.ts';
import type { Secret, SecretSource } from '../kernel/secret.ts';
import { UNAUTHORIZED } from '../settings.ts';
import { type Credentials, parseBasic } from './basic.ts';
import { equalTexts, isHash, matchesHash } from './password.ts';

/** Turns an `Authorization` header into a user name, or throws a 401. */
export type Authenticate = (authorization: string | undefined) => Promise<string>;

type Users = Secret['users'];

/** Stands in for the stored password of an unknown user. It is random, so that nothing matches it. */
const NOBODY = randomBytes(32).toString('base64');

export function createAuthenticate(secret: SecretSource): Authenticate {
  // Hashes are slow on purpose. Credentials that have passed are cached as a keyed digest, which is
  // valid until the stored password changes.
  const digestKey = randomBytes(32);
  const passed = new Map<string, string>();

  return async (authorization) => {
    const credentials = parseBasic(authorization);
    if (credentials === undefined) throw unauthorized();
    const { users } = await secret();
    const { user, password } = credentials;
    const stored = users.find((entry) => entry.user === user)?.password;

    const digest = createHmac('sha256', digestKey).update(JSON.stringify([password, stored]));
    const fingerprint = digest.digest('base64');
    if (passed.get(user) === fingerprint) return user;
    if (!(await matches(credentials, stored, users))) throw unauthorized();
    passed.set(user, fingerprint);
    return user;
  };
}

/**
 * Does the same work whether or not the user exists: one comparison of digests, and one scrypt if
 * the secret has any hashed password.
 */
async function matches(
  { password }: Credentials,
  stored: string | undefined,
  users: Users,
): Promise<boolean> {
  const decoyHash = users.map((entry) => entry.password).find(isHash);
  const storedHash = stored !== undefined && isHash(stored) ? stored : undefined;
  const equal = equalTexts(password, stored ?? NOBODY);
  const hash = storedHash ?? decoyHash;
  const hashMatches = hash !== undefined && (await matchesHash(password, hash));
  return storedHash === undefined ? stored !== undefined && equal : hashMatches;
}

function unauthorized(): PublicError {
  return new PublicError('unauthorized', UNAUTHORIZED);
}
