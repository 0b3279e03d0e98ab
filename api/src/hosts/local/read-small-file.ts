import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** Far more than a secret with hundreds of users, or a chain of certificates, has. */
const LIMIT_BYTES = 1024 * 1024;

/**
 * Reads a file for whose bytes all requests wait. Throws Node's own errors, and others with a `code` in words: a pipe
 * would keep the tracker waiting until somebody writes to it.
 */
export function readSmallFile(file: string): Buffer {
  // Without the flag, opening a pipe waits too. Windows does not have it.
  const fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(fd);
    if (!found.isFile() && !found.isDirectory()) throw unreadable('not a regular file');
    if (found.size > LIMIT_BYTES) throw unreadable('larger than 1 MB');
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

export const unreadable = (code: string): Error => Object.assign(new Error(code), { code });
