import { execFileSync } from 'node:child_process';

/**
 * What differs between systems. Tests that need what a system does not have ask here whether to register:
 * a skipped test would fail a CI run.
 */

/** Windows has no permission bits, no names that end in a space, and cannot replace an open file. */
export const IS_WINDOWS = process.platform === 'win32';

/** Disks of other systems take `A` and `a` for one file, and have no names that are not Unicode. */
export const HAS_EXACT_NAMES = process.platform === 'linux';

/** Not on Windows. Node itself cannot make a FIFO. */
export function makeFifo(path: string): void {
  execFileSync('mkfifo', [path]);
}
