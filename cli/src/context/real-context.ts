import { isAbsolute, join } from 'node:path';
import envPaths from 'env-paths';
import { disk, diskWithTrash } from '../disk/disk.ts';
import { probe } from '../disk/probe.ts';
import { Stopped } from '../errors/failure.ts';
import type { CliContext } from './cli-context.ts';

/** The context of this process. Its signals abort the work. */
export function realContext(): CliContext {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Only once, so that a second signal kills the process.
    process.once(signal, () => stop.abort(new Stopped()));
  }
  // Keep working if the output cannot be written: `head` may have read enough, or a disk may be full.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
  const { config, data, log } = envPaths('immersion-tracker', { suffix: '' });
  // On Linux, env-paths puts logs into XDG_STATE_HOME. Other systems may clear their log folder.
  const state = process.platform === 'linux' ? log : data;
  return {
    // biome-ignore lint/style/noProcessEnv: only this file reads it.
    environment: process.env,
    // Without a home folder, these paths would be relative to the current folder.
    loginFile: isAbsolute(config) ? join(config, 'login.json') : undefined,
    stateFolder: isAbsolute(state) ? state : undefined,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    fetch: globalThis.fetch,
    disks: { forGood: disk, trash: diskWithTrash },
    probe,
    signal: stop.signal,
  };
}
