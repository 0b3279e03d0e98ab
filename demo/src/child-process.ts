import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { join } from 'node:path';

/** The root of the repository, in which programs start. */
export const ROOT = join(import.meta.dirname, '../..');

/** Milliseconds to end in after SIGTERM, before SIGKILL. */
const GRACE_MS = 3000;

/** A program that the demo started. Disposing of it ends it. */
export interface Started extends AsyncDisposable {
  /** Resolves with its exit code, null after a signal, once all that it wrote is read. */
  readonly ended: Promise<number | null>;
}

/**
 * How a program starts: to be ended by `signal`, in a group of its own, since Ctrl-C in a terminal goes
 * to the whole group of the demo, and the program would end before the demo knows why.
 */
export const spawnOptions = (env: NodeJS.ProcessEnv, signal: AbortSignal) =>
  ({ cwd: ROOT, env, signal, detached: process.platform !== 'win32' }) satisfies SpawnOptions;

export function supervise(child: ChildProcess): Started {
  // Whatever goes wrong, and the signal as well, ends it.
  child.on('error', () => {});
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
