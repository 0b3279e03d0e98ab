import { join } from 'node:path';
import envPaths from 'env-paths';
import { Stopped } from './failure.ts';
import { run } from './program.ts';
import { disk, diskWithTrash } from './sync/disk.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Once: a second one ends the program at once, as the system does it.
  process.once(signal, () => stop.abort(new Stopped()));
}

process.exitCode = await run(process.argv.slice(2), {
  // biome-ignore lint/style/noProcessEnv: the one place that reads it.
  environment: process.env,
  loginFile: join(envPaths('immersion-tracker', { suffix: '' }).config, 'login.json'),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  fetch: globalThis.fetch,
  disks: { forGood: disk, trash: diskWithTrash },
  signal: stop.signal,
});
