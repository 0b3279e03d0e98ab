import { createHmac, randomBytes } from 'node:crypto';
import { PublicError } from '../kernel/errors.ts';
import type { Secret, SecretSource } from '../kernel/secret.ts';
import { UNAUTHORIZED } from '../settings.ts';
import { type Credentials, parseBasic } from './basic.ts';
import { costOf, equalTexts, isHash, matchesHash } from './password.ts';
import { isTokenOf } from './token.ts';

export interface Identity {
  readonly user: string;
  /** Whether the password was a token, with which only GET routes may be used. */
  readonly isReadOnly: boolean;
}

/** Turns an `Authorization` header into an identity, or throws a 401, or a 503 if too many are waiting. */
export type Authenticate<Caller> = (
  authorization: string | undefined,
  caller: Caller,
) => Promise<Identity>;

export interface Attempt<Caller> {
  readonly user: string;
  readonly caller: Caller;
  /** Whether the same password was refused before, so checking it is less urgent. */
  readonly isRepeat: boolean;
}

/** Runs `check` when it is the turn of this attempt to sign in. Returns its result. */
export type Pace<Caller> = (
  attempt: Attempt<Caller>,
  check: () => Promise<boolean>,
) => Promise<boolean>;

/** Checks at once, for hosts that limit the rate of requests themselves. */
export const unpaced: Pace<undefined> = (_attempt, check) => check();

type Users = Secret['users'];

/** How many refused passwords are remembered. */
const MOST_REFUSED = 10_000;

/** Stands in for the stored password of an unknown user. It is random, so that nothing matches it. */
const NOBODY = randomBytes(32).toString('base64');

export function createAuthenticate<Caller>(
  secret: SecretSource,
  pace: Pace<Caller>,
): Authenticate<Caller> {
  // Hashes are slow on purpose. Credentials that have passed are cached as a keyed digest, which is
  // valid until the stored password changes. So are those that were refused, but they are checked again.
  const digestKey = randomBytes(32);
  const passed = new Map<string, string>();
  const refused = new Set<string>();

  function remember(fingerprint: string): void {
    const [oldest] = refused;
    if (oldest !== undefined && refused.size >= MOST_REFUSED) refused.delete(oldest);
    refused.add(fingerprint);
  }

  async function lookUp({ user, password }: Credentials) {
    const { users } = await secret();
    const entry = users.find((candidate) => candidate.user === user);
    const stored = entry?.password;
    const digest = createHmac('sha256', digestKey).update(JSON.stringify([user, password, stored]));
    const fingerprint = digest.digest('base64');
    const hasPassed = passed.get(user) === fingerprint;
    return { users, stored, tokens: entry?.tokens, fingerprint, hasPassed };
  }

  return async (authorization, caller) => {
    const credentials = parseBasic(authorization);
    if (credentials === undefined) throw unauthorized();
    const { user, password } = credentials;
    const { tokens, fingerprint, hasPassed } = await lookUp(credentials);
    if (isTokenOf(password, tokens)) return { user, isReadOnly: true };
    if (hasPassed) return { user, isReadOnly: false };

    const attempt = { user, caller, isRepeat: refused.has(fingerprint) };
    const isRight = await pace(attempt, async () => {
      // Meanwhile, the stored password may have changed, or another request of the same page may have passed.
      const now = await lookUp(credentials);
      if (now.hasPassed) return true;
      const isMatch = await matches(password, now.stored, now.users);
      if (isMatch) passed.set(user, now.fingerprint);
      else remember(now.fingerprint);
      return isMatch;
    });
    if (!isRight) throw unauthorized();
    return { user, isReadOnly: false };
  };
}

/**
 * Does the same work no matter who asks: one comparison of digests, and one scrypt for each cost that
 * occurs in the secret, so that neither unknown users nor users with cheaper hashes stand out.
 */
async function matches(
  password: string,
  stored: string | undefined,
  users: Users,
): Promise<boolean> {
  const hashes = new Map(
    users
      .map((user) => user.password)
      .filter(isHash)
      .map((hash) => [costOf(hash), hash]),
  );
  const ownHash = stored !== undefined && isHash(stored) ? stored : undefined;
  if (ownHash !== undefined) hashes.set(costOf(ownHash), ownHash);
  let isMatch =
    equalTexts(password, stored ?? NOBODY) && stored !== undefined && ownHash === undefined;
  for (const hash of hashes.values()) {
    const hashMatches = await matchesHash(password, hash);
    if (hash === ownHash) isMatch = hashMatches;
  }
  return isMatch;
}

export function unauthorized(): PublicError {
  return new PublicError('unauthorized', UNAUTHORIZED);
}
