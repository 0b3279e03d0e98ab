import { setTimeout as sleep } from 'node:timers/promises';
import { storeBroken, storeBusy } from '../unavailable.ts';

/** Milliseconds to wait for another program that holds the file's lock, and between two looks. */
const PATIENCE_MS = 5000;
const LOOK_AGAIN_MS = 50;

// Primary result codes, see https://www.sqlite.org/rescode.html
const BUSY = 5;
const BROKEN: ReadonlyMap<number, string> = new Map([
  [8, 'is read-only'],
  [10, 'cannot be read or written'],
  [11, 'is damaged'],
  [13, 'has no room: the disk is full'],
]);

/**
 * Runs a statement, and again while another program holds the file's lock. It waits here and not
 * inside SQLite, where all other requests would wait too. What passes or has to be mended becomes a
 * 503, a bug stays one.
 */
export async function guarded<T>(
  signal: AbortSignal,
  statement: () => T,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = performance.now() + patienceMs;
  while (true) {
    if (signal.aborted) throw storeBusy('did not answer in time', signal.reason);
    try {
      return statement();
    } catch (error) {
      if (!(error instanceof Error && 'errcode' in error)) throw error;
      const code = Number(error.errcode) & 0xff;
      const broken = BROKEN.get(code);
      if (broken !== undefined) throw storeBroken(broken, error);
      if (code !== BUSY) throw error;
      if (performance.now() > end) throw storeBusy('is locked by another program', error);
      await sleep(Math.random() * LOOK_AGAIN_MS);
    }
  }
}
