import { join } from 'node:path';
import envPaths from 'env-paths';
import { errorCode } from './error-code.ts';
import { Stopped } from './failure.ts';
import { disk, diskWithTrash } from './sync/disk.ts';
import type { World } from './world.ts';

/** The world of this process, whose signals stop the program. */
export function realWorld(): World {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Once: a second one ends the program at once, as the system does it.
    process.once(signal, () => stop.abort(new Stopped()));
  }
  // Whoever reads the output may have read enough, as `head` does. The work goes on.
  process.stdout.on('error', (error) => {
    if (errorCode(error) !== 'EPIPE') throw error;
  });
  return {
    // biome-ignore lint/style/noProcessEnv: the one place that reads it.
    environment: process.env,
    loginFile: join(envPaths('immersion-tracker', { suffix: '' }).config, 'login.json'),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    fetch: globalThis.fetch,
    disks: { forGood: disk, trash: diskWithTrash },
    signal: stop.signal,
  };
}
