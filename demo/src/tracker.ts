import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Providers } from '@immersion-tracker/stand-ins';
import { Failure } from './failure.ts';
import { type Program, SPAWN_OPTIONS, supervise } from './program.ts';

/** A tracker that runs, with the only user that it knows. */
export interface Tracker extends Program {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly databaseFile: string;
}

/** Starts what `npm start` starts, on a free port, with its data and its log in `folder`. */
export async function startTracker(
  folder: string,
  providers: Providers,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Tracker> {
  const dataDir = join(folder, 'data');
  const login = { user: 'learner', password: 'demo' };
  mkdirSync(dataDir, { mode: 0o700 });
  const secret = JSON.stringify({ users: [login], ...providers.keys });
  writeFileSync(join(dataDir, 'secret.json'), secret, { mode: 0o600 });

  const logFile = join(folder, 'tracker.log');
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, ['api/src/hosts/local/server/main.ts'], {
    ...SPAWN_OPTIONS,
    env: {
      ...environment,
      ...providers.environment,
      PORT: '0',
      IMMERSION_TRACKER_DATA_DIR: dataDir,
      // Its today is to be that of whoever watches.
      IMMERSION_TRACKER_TIME_ZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    stdio: ['ignore', 'pipe', log],
  });
  closeSync(log);
  const program = supervise(child, 'The tracker', signal);
  const { stdout } = child;

  for await (const line of stdout === null ? [] : createInterface({ input: stdout })) {
    const [, url] = /ready on (\S+)/.exec(line) ?? [];
    if (url === undefined) continue;
    // What is not read would keep the program from being seen to end.
    stdout?.resume();
    const databaseFile = join(dataDir, 'immersion-tracker.sqlite');
    return { ...program, ...login, url, databaseFile };
  }
  const code = await program.ended;
  signal.throwIfAborted();
  const reason = readFileSync(logFile, 'utf8').trim();
  throw new Failure(`The tracker ended (${code}) before it was ready: ${reason}`);
}
