import { createHash } from 'node:crypto';

const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** A pseudorandom number from 0 up to 1 that depends only on `text`. */
export const chance = (text: string): number => digestOf(text).readUInt32BE() / 2 ** 32;

/** Pseudorandom letters and digits that depend only on `text`. */
export const letters = (text: string, length: number): string =>
  digestOf(text).toString('base64url').replaceAll(/[-_]/g, '').slice(0, length);
