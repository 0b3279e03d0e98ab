import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { join } from 'node:path';

/** The root of the repository, where programs start. */
export const ROOT = join(import.meta.dirname, '../..');

/** Milliseconds between SIGTERM and SIGKILL. */
const GRACE_MS = 3000;

/** A program that the demo started; disposing of it stops the program. */
export interface Started extends AsyncDisposable {
  /** Resolves with the exit code (null after a signal) once all its output has been read. */
  readonly ended: Promise<number | null>;
}

/**
 * Options for a program that `signal` stops. It gets its own process group: a terminal sends Ctrl-C to the whole
 * group, which would stop the program before the demo knows why.
 */
export const spawnOptions = (env: NodeJS.ProcessEnv, signal: AbortSignal) =>
  ({ cwd: ROOT, env, signal, detached: process.platform !== 'win32' }) satisfies SpawnOptions;

export function supervise(child: ChildProcess): Started {
  // After an error or an abort, `close` follows too.
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
