import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import type { Providers } from '@immersion-tracker/stand-ins';
import { type Started, spawnOptions, supervise } from './child-process.ts';

/** A running tracker, with its only user. */
export interface Tracker extends Started {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** Starts the same program as `npm start`, on a free port, with its data in `dataDir`. */
export async function startTracker(
  dataDir: string,
  providers: Providers,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Tracker> {
  const login = { user: 'learner', password: 'demo' };
  mkdirSync(dataDir, { mode: 0o700 });
  const secret = JSON.stringify({ users: [login], ...providers.keys });
  writeFileSync(join(dataDir, 'secret.json'), secret, { mode: 0o600 });

  const variables = {
    ...environment,
    ...providers.environment,
    PORT: '0',
    IMMERSION_TRACKER_DATA_DIR: dataDir,
    // So that "today" is the person's own day.
    IMMERSION_TRACKER_TIME_ZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const child = spawn(process.execPath, ['api/src/hosts/local/server/main.ts'], {
    ...spawnOptions(variables, signal),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = supervise(child);
  const log = text(child.stderr);

  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /ready on (\S+)/.exec(line) ?? [];
    if (url === undefined) continue;
    // `close` is not emitted until all output has been read.
    child.stdout.resume();
    return { ...started, ...login, url };
  }
  const code = await started.ended;
  signal.throwIfAborted();
  throw new Error(`The tracker exited with ${code} before it was ready: ${(await log).trim()}`);
}
