import { createHash } from 'node:crypto';

const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** A number from 0 up to 1 that looks like chance and is the same at every run. */
export const chance = (text: string): number => digestOf(text).readUInt32BE() / 2 ** 32;

/** Letters and digits that look like chance and are the same at every run. */
export const letters = (text: string, length: number): string =>
  digestOf(text).toString('base64url').replaceAll(/[-_]/g, '').slice(0, length);
