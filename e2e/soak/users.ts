import { hash, randomBytes, scryptSync } from 'node:crypto';
import { basicAuthorization } from '@immersion-tracker/contract';
import { standInKeys } from '@immersion-tracker/stand-ins';
import type { Secrets } from './checks/secrets.ts';

/** A user of the tracker. */
export interface User {
  readonly name: string;
  readonly authorization: string;
}

export interface Household {
  readonly learners: readonly User[];
  /** The same learners with their read-only tokens. */
  readonly tokens: readonly User[];
  readonly fuzzer: User;
  readonly client: User & { readonly password: string };
  /** Only sends requests that are broken. */
  readonly stranger: User;
  /** As they are in the secret file. */
  readonly users: readonly { readonly user: string; readonly password: string }[];
}

/** In place of the usual cost of a hash, in a run that must be cheap. */
const CHEAP = { N: 2 ** 8, r: 8, p: 1 };
/** As in api/src/auth/password.ts. */
const USUAL = { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 27 };

/** Users with plain and with hashed passwords. Everything that must stay secret is added to `secrets`. */
export function createHousehold(secrets: Secrets, hashes: 'cheap' | 'usual'): Household {
  const names = ['ada', 'ben', 'やまだ さん', 'fuzzer', 'client', 'stranger'];
  const entries = names.map((user, index) => {
    const password = `fake-пароль:${randomBytes(9).toString('base64url')}`;
    // Every second one is hashed.
    const stored = index % 2 === 0 ? password : hashed(password, hashes);
    const authorization = basicAuthorization(user, password);
    secrets.add(`the password of ${user}`, password);
    secrets.add(`the stored password of ${user}`, stored);
    secrets.add(`the credentials of ${user}`, encoded(authorization));

    const token = `fake-token-${randomBytes(12).toString('base64url')}`;
    const tokenHash = `sha256$${hash('sha256', token, 'base64url')}`;
    const withToken = basicAuthorization(user, token);
    secrets.add(`the token of ${user}`, token);
    secrets.add(`the hash of the token of ${user}`, tokenHash);
    secrets.add(`the credentials of ${user} with the token`, encoded(withToken));
    const tokens = [{ name: 'soak', hash: tokenHash }];
    return { user, password, stored, authorization, withToken, tokens };
  });
  for (const [name, key] of Object.entries(standInKeys)) secrets.add(name, key);

  const named = (wanted: string) => {
    const found = entries.find(({ user }) => user === wanted);
    if (found === undefined) throw new Error(`There is no user ${wanted}.`);
    const { user: name, authorization, password, withToken } = found;
    return { name, authorization, password, withToken };
  };
  const learners = names.slice(0, 3).map(named);
  return {
    learners,
    tokens: learners.map(({ name, withToken }) => ({ name, authorization: withToken })),
    fuzzer: named('fuzzer'),
    client: named('client'),
    stranger: named('stranger'),
    users: entries.map(({ user, stored, tokens }) => ({ user, password: stored, tokens })),
  };
}

const encoded = (authorization: string): string => authorization.replace('Basic ', '');

/** A hash of a password, as `npm run user` would write it. */
function hashed(password: string, cost: 'cheap' | 'usual'): string {
  const salt = randomBytes(16);
  const options = cost === 'cheap' ? CHEAP : USUAL;
  const key = scryptSync(password, salt, 32, options);
  const { N, r, p } = options;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}
