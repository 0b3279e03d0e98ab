import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { HASH_MEMORY_LIMIT, PASSWORD_HASH } from '../kernel/secret.ts';

const deriveKey = promisify<
  string,
  Buffer,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

// One of the equivalent settings of OWASP's password storage cheat sheet: 32 MiB of memory.
const COST = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

interface Hash extends Cost {
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, { ...cost, salt, key: Buffer.alloc(KEY_BYTES) });
  const { N, r, p } = cost;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export const isHash = (stored: string): boolean => PASSWORD_HASH.test(stored);

/** The cost parameters of a hash, as a text. Hashes with the same ones take the same time. */
export const costOf = (hash: string): string => hash.split('$').slice(1, 4).join('$');

/** Compares a password with a hash. The hash's own cost parameters decide how long that takes. */
export async function matchesHash(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', storedKey = ''] = PASSWORD_HASH.exec(stored) ?? [];
  const hash = {
    N: Number(N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(storedKey, 'base64url'),
  };
  const key = await derive(password, hash);
  // A truncated key would match other passwords too, and an empty one would match all of them.
  return hash.key.length >= KEY_BYTES && timingSafeEqual(key, hash.key);
}

/** Compares two strings in constant time. */
export function equalTexts(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function derive(password: string, { N, r, p, salt, key }: Hash): Promise<Buffer> {
  const cost = { N, r, p, maxmem: 2 * HASH_MEMORY_LIMIT };
  return deriveKey(password, salt, key.length, cost);
}
