import {
  fromEntries,
  type KnownKind,
  PARTITION_KEY_LIMIT_BYTES,
  type ProviderKey,
  providerKeys,
} from '@immersion-tracker/contract';
import * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import { PARTITION_KEY_PREFIX } from '../settings.ts';
import { PublicError } from './errors.ts';

/** A hashed password: `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export const PASSWORD_HASH = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/;

/** Maximum memory of a hash, in bytes, so that a typo cannot block every sign-in. */
export const HASH_MEMORY_LIMIT = 64 * 1024 * 1024;
/** 32 bytes in base64url. A shorter key would match other passwords too. */
const HASH_KEY_LENGTH = 43;

function isWholeHash(text: string): boolean {
  const [, cost, blockSize, parallelization, , key = ''] = PASSWORD_HASH.exec(text) ?? [];
  const [N, r, p] = [Number(cost), Number(blockSize), Number(parallelization)];
  const possible = N > 1 && Number.isInteger(Math.log2(N)) && r > 0 && p > 0 && p <= 16;
  // The memory that scrypt needs, according to RFC 7914, section 2.
  return possible && 128 * r * (N + p) <= HASH_MEMORY_LIMIT && key.length >= HASH_KEY_LENGTH;
}

const USER_NAME_LIMIT_BYTES = PARTITION_KEY_LIMIT_BYTES - Buffer.byteLength(PARTITION_KEY_PREFIX);

/** A user name in quotation marks, for messages. Shows only the beginning of a long one. */
export const quotedUser = (name: string): string =>
  JSON.stringify(name.replace(/^(.{40}).+$/su, '$1\u2026'));

/** In HTTP Basic, the first colon ends the user name. */
export const userName = z
  .string()
  .min(1, { error: 'must not be empty' })
  .regex(/^[^:]*$/, { error: 'must not contain a colon' })
  .superRefine((name, { addIssue }) => {
    const bytes = Buffer.byteLength(name);
    if (bytes <= USER_NAME_LIMIT_BYTES) return;
    addIssue(
      `${quotedUser(name)} has ${bytes} bytes, over the limit of ${USER_NAME_LIMIT_BYTES}; choose a shorter name`,
    );
  });

/** The hash of a token, `sha256$digest`. The last letter of a digest holds only four bits. */
const TOKEN_HASH = /^sha256\$[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** Names a token in lists and commands, so it has to be readable there. */
export const tokenName = z
  .string()
  .min(1, { error: 'must not be empty' })
  .max(50, { error: 'must not be longer than 50 characters' })
  .regex(/^[^\p{C}\p{Z}]+( [^\p{C}\p{Z}]+)*$/u, {
    error: 'must be printable, with single spaces only between words',
  });

/** A read-only password of a user, see `auth/token.ts`. */
const token = z.object({
  name: tokenName,
  hash: z.string().regex(TOKEN_HASH, {
    error: 'is not the hash of a token; create one with npm run user',
  }),
});

export type Token = z.output<typeof token>;

const optionalKey = z.string().trim().nullish();

/** The secret: users with their passwords and tokens, and provider keys. */
export const secretSchema = z.object({
  users: z
    .array(
      z.object({
        user: userName,
        password: z
          .string()
          .min(1, { error: 'must not be empty' })
          .refine((text) => !text.startsWith('scrypt$') || isWholeHash(text), {
            error: 'is not a valid scrypt hash; set a new password with npm run user',
          }),
        tokens: z
          .array(token)
          .refine((tokens) => new Set(tokens.map(({ name }) => name)).size === tokens.length, {
            error: 'must not have the same name twice',
          })
          .optional(),
      }),
    )
    .refine((users) => new Set(users.map(({ user }) => user)).size === users.length, {
      error: 'must not list a user twice',
    }),
  ...fromEntries(providerKeys.map((key) => [key, optionalKey])),
});

export type Secret = z.output<typeof secretSchema>;

/** The secret is invalid. Neither the message nor the problems quote it. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('; '));
    this.problems = problems;
  }
}

/** Parses a secret from JSON, or throws a `SecretError`. */
export function parseSecret(text: string): Secret {
  const parsed = secretSchema.safeParse(parseSecretJson(text));
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  throw new SecretError(
    issues.map(({ path, message }) => `${toDotPath(path) || 'content'}: ${message}`),
  );
}

/** Parses the JSON of a secret, or throws a `SecretError` that locates the problem. */
export function parseSecretJson(text: string): unknown {
  try {
    // Some editors write a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // The rest of the parser's message quotes the text, which can include a password.
    const [place = ''] = /line \d+ column \d+/.exec(`${error}`) ?? [];
    throw new SecretError([`is not JSON${place && `, see ${place}`}`]);
  }
}

/** Returns the current secret. Cheap enough to call for every request. */
export type SecretSource = () => Promise<Secret>;

export const hasKeys = (secret: Secret, { keys }: KnownKind['provider']): boolean =>
  keys.every((key) => Boolean(secret[key]));

/** Returns a provider's key, or throws a 503 that names the missing one. */
export function requireKey(secret: Secret, provider: string, key: ProviderKey): string {
  const value = secret[key];
  if (value) return value;
  const message = `The key for ${provider} is missing; set ${key} in the secret.`;
  throw new PublicError('provider_not_configured', message);
}
