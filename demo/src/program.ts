import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.ts';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * How programs start: at the root, and in a group of their own, for Ctrl-C in a terminal goes to the
 * whole group of the demo, and they would end before it knows why.
 */
export const SPAWN_OPTIONS = { cwd: ROOT, detached: process.platform !== 'win32' } as const;

/** Milliseconds to end in after SIGTERM, before SIGKILL. */
const GRACE_MS = 3000;

/** A program that the demo started. Disposing of it ends it. */
export interface Program extends AsyncDisposable {
  /**
   * Resolves when it has ended and all that it wrote is read, with its exit code, null where a
   * signal ended it. Rejects where it could not be started.
   */
  readonly ended: Promise<number | null>;
}

/** Looks after a child process: `signal` tells it to end. */
export function supervise(child: ChildProcess, name: string, signal: AbortSignal): Program {
  const ended = once(child, 'close').then(
    () => child.exitCode,
    (error: Error) => {
      throw new Failure(`${name} cannot be started: ${error.message}`);
    },
  );
  // Whoever waits for it hears of it; a program that nobody waits for yet must not end ours.
  ended.catch(() => {});
  const terminate = () => void child.kill('SIGTERM');
  if (signal.aborted) terminate();
  signal.addEventListener('abort', terminate, { once: true });

  return {
    ended,
    async [Symbol.asyncDispose]() {
      terminate();
      const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await ended.catch(() => {});
      clearTimeout(timer);
      signal.removeEventListener('abort', terminate);
    },
  };
}
