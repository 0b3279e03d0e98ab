import { setTimeout as sleep } from 'node:timers/promises';
import { storeBroken, storeBusy } from '../unavailable.ts';

/** Milliseconds to wait if another program has locked the file. */
const PATIENCE_MS = 5000;
/** Maximum milliseconds between two attempts. */
const RETRY_MS = 50;

// SQLite's primary result codes, see https://www.sqlite.org/rescode.html
const BUSY = 5;
const CONSTRAINT = 19;
const BROKEN: ReadonlyMap<number, string> = new Map([
  [8, 'is read-only'],
  [10, 'cannot be read or written'],
  [11, 'is damaged'],
  [13, 'cannot grow, because the disk is full'],
  [CONSTRAINT, 'refuses an item, because of a constraint that somebody has added'],
]);

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;

/** Whether the row does not fit a constraint of the table. */
export const isConstraint = (error: unknown): boolean => codeOf(error) === CONSTRAINT;

/** Turns errors of the database into a 503, and returns any other error as it is. */
export function toStoreError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === BUSY) return storeBusy('is locked by another program', error);
  const broken = BROKEN.get(code ?? 0);
  return broken === undefined ? error : storeBroken(broken, error);
}

/** Throws a 503 if the signal has aborted. */
export function requireInTime(signal: AbortSignal): void {
  if (signal.aborted) throw storeBusy('did not answer in time', signal.reason);
}

/** Runs a statement as `guarded` does. */
export type Guard = <T>(signal: AbortSignal, statement: () => T, since?: number) => Promise<T>;

/**
 * Runs a statement, and retries it while another program has locked the file. It waits here because
 * waiting inside SQLite would block all other requests. Throws as `toStoreError` says. The patience counts from
 * `since`, in `performance.now()`.
 */
export async function guarded<T>(
  signal: AbortSignal,
  statement: () => T,
  since = performance.now(),
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = since + patienceMs;
  while (true) {
    requireInTime(signal);
    try {
      return statement();
    } catch (error) {
      if (codeOf(error) !== BUSY || performance.now() > end) throw toStoreError(error);
      await sleep(Math.random() * RETRY_MS);
    }
  }
}
