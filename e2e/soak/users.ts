import { hash, randomBytes, scryptSync } from 'node:crypto';
import { basicAuthorization } from '@immersion-tracker/contract';
import { standInKeys } from '@immersion-tracker/stand-ins';
import type { Secrets } from './checks/secrets.ts';
import type { StoredUser } from './secret.ts';

export interface SignIn {
  readonly name: string;
  readonly authorization: string;
}

export interface User extends SignIn {
  readonly password: string;
  /** Signs in with a read-only token. */
  readonly token: SignIn;
}

export interface Household {
  readonly learners: readonly User[];
  readonly fuzzer: User;
  readonly client: User;
  /** Whose requests are cut off, or sent while the secret file is damaged. */
  readonly stranger: User;
  /** Signs in beside floods of wrong passwords. */
  readonly guest: User;
  /** Two hashes of the guest's password. A tracker that has cached one must check the other. */
  readonly guestHashes: readonly [string, string];
  /** As they are in the secret file. */
  readonly users: readonly StoredUser[];
}

/** In place of the usual cost of a hash, in a run that must be cheap. */
const CHEAP = { N: 2 ** 8, r: 8, p: 1 };
/** As in api/src/auth/password.ts. */
const USUAL = { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 27 };

/** Users with plain and with hashed passwords. Everything that must stay secret is added to `secrets`. */
export function createHousehold(secrets: Secrets, cost: 'cheap' | 'usual'): Household {
  const users: StoredUser[] = [];
  const hashed = (password: string) => hashOf(password, cost === 'cheap' ? CHEAP : USUAL);
  const plain = (password: string) => password;

  function createUser(name: string, store: (password: string) => string): User {
    const password = `fake-пароль:${randomBytes(9).toString('base64url')}`;
    const stored = store(password);
    const token = `fake-token-${randomBytes(12).toString('base64url')}`;
    const tokenHash = `sha256$${hash('sha256', token, 'base64url')}`;
    const authorization = basicAuthorization(name, password);
    const withToken = basicAuthorization(name, token);
    secrets.add(`the password of ${name}`, password);
    secrets.add(`the stored password of ${name}`, stored);
    secrets.add(`the credentials of ${name}`, authorization.replace('Basic ', ''));
    secrets.add(`the token of ${name}`, token);
    secrets.add(`the hash of the token of ${name}`, tokenHash);
    secrets.add(`the credentials of ${name} with the token`, withToken.replace('Basic ', ''));
    users.push({ user: name, password: stored, tokens: [{ name: 'soak', hash: tokenHash }] });
    return { name, password, authorization, token: { name, authorization: withToken } };
  }

  for (const [name, key] of Object.entries(standInKeys)) secrets.add(name, key);
  const guest = createUser('guest', hashed);
  const guestHashes = [hashed(guest.password), hashed(guest.password)] as const;
  for (const one of guestHashes) secrets.add('the stored password of guest', one);
  return {
    learners: [
      createUser('ada', plain),
      createUser('ben', hashed),
      createUser('やまだ さん', plain),
    ],
    fuzzer: createUser('fuzzer', hashed),
    client: createUser('client', plain),
    stranger: createUser('stranger', hashed),
    guest,
    guestHashes,
    users,
  };
}

/** A hash of a password, as `npm run user` would write it. */
function hashOf(password: string, cost: typeof CHEAP): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, cost);
  const { N, r, p } = cost;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}
