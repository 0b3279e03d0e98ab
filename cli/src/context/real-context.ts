import { isAbsolute, join } from 'node:path';
import envPaths from 'env-paths';
import { disk, diskWithTrash } from '../disk/disk.ts';
import { Stopped } from '../errors/failure.ts';
import type { CliContext } from './cli-context.ts';

/** The context of this process, whose signals stop the program. */
export function realContext(): CliContext {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Once: a second one ends the program at once, as the system does it.
    process.once(signal, () => stop.abort(new Stopped()));
  }
  // The reader of the output may have read enough, as `head` does, or its disk may be full. The work
  // goes on.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
  const { config, data, log } = envPaths('immersion-tracker', { suffix: '' });
  // On Linux what env-paths calls the log folder is XDG_STATE_HOME. Elsewhere logs may be cleared.
  const state = process.platform === 'linux' ? log : data;
  return {
    // biome-ignore lint/style/noProcessEnv: the one place that reads it.
    environment: process.env,
    // Without a home, the folders would be below wherever the program was started.
    loginFile: isAbsolute(config) ? join(config, 'login.json') : undefined,
    stateFolder: isAbsolute(state) ? state : undefined,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    fetch: globalThis.fetch,
    disks: { forGood: disk, trash: diskWithTrash },
    signal: stop.signal,
  };
}
