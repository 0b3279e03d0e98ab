import {
  fromEntries,
  type KnownKind,
  type ProviderKey,
  providerKeys,
} from '@immersion-tracker/contract';
import * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import { PublicError } from './errors.ts';

/** A hashed password: `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export const PASSWORD_HASH = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/;

/** What a hash may cost at the most, in bytes, so that a typing error cannot stop every log-in. */
export const HASH_MEMORY_LIMIT = 64 * 1024 * 1024;
/** 32 bytes in base64url. A shorter key would match other passwords too. */
const HASH_KEY_LENGTH = 43;

function isWholeHash(text: string): boolean {
  const [, cost, blockSize, parallelization, , key = ''] = PASSWORD_HASH.exec(text) ?? [];
  const [N, r, p] = [Number(cost), Number(blockSize), Number(parallelization)];
  const possible = N > 1 && Number.isInteger(Math.log2(N)) && r > 0 && p > 0 && p <= 16;
  // The memory of RFC 7914, section 2, all blocks included.
  return possible && 128 * r * (N + p) <= HASH_MEMORY_LIMIT && key.length >= HASH_KEY_LENGTH;
}

/** HTTP Basic ends the user name at the first colon. */
export const userName = z
  .string()
  .min(1, { error: 'must not be empty' })
  .regex(/^[^:]*$/, { error: 'must not contain a colon' });

const optionalKey = z.string().trim().nullish();

/** The secret: who may use the API, and the keys of the providers. */
export const secretSchema = z.object({
  users: z
    .array(
      z.object({
        user: userName,
        password: z
          .string()
          .min(1, { error: 'must not be empty' })
          .refine((text) => !text.startsWith('scrypt$') || isWholeHash(text), {
            error: 'is not a whole scrypt hash; set the password anew with npm run user',
          }),
      }),
    )
    .refine((users) => new Set(users.map(({ user }) => user)).size === users.length, {
      error: 'must not list a user twice',
    }),
  ...fromEntries(providerKeys.map((key) => [key, optionalKey])),
});

export type Secret = z.output<typeof secretSchema>;

/** A text is not a secret. Neither message nor problems quote any of it. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('; '));
    this.problems = problems;
  }
}

/** The secret that a text of JSON holds, or a `SecretError`. */
export function parseSecret(text: string): Secret {
  const parsed = secretSchema.safeParse(parseSecretJson(text));
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  throw new SecretError(
    issues.map(({ path, message }) => `${toDotPath(path) || 'content'}: ${message}`),
  );
}

/** The JSON of a secret, or a `SecretError` that says where it is broken. */
export function parseSecretJson(text: string): unknown {
  try {
    // Some editors begin a file with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // The rest of the parser's message quotes the text, which may be a password.
    const [place = ''] = /line \d+ column \d+/.exec(`${error}`) ?? [];
    throw new SecretError([`is not JSON${place && `, see ${place}`}`]);
  }
}

/** Reads the secret as it is now. Cheap enough to be called for every request. */
export type SecretSource = () => Promise<Secret>;

/** Whether the secret has all keys that the provider needs. */
export const hasKeys = (secret: Secret, { keys }: KnownKind['provider']): boolean =>
  keys.every((key) => Boolean(secret[key]));

/** A provider's key, or a 503 that says which one is missing. */
export function requireKey(secret: Secret, provider: string, key: ProviderKey): string {
  const value = secret[key];
  if (value) return value;
  const message = `There is no ${provider} key; set ${key} in the secret.`;
  throw new PublicError('provider_not_configured', message);
}
