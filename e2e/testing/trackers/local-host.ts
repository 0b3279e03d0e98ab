import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standInKeys } from '@immersion-tracker/stand-ins';
import { type Program, startNode } from '../programs/program.ts';

/** Users of every tracker under test. All passwords are fake. */
export const USERS = [
  { user: 'alice', password: 'fake-password' },
  { user: 'bob', password: 'fake:pass:word' },
  { user: 'やまだ さん', password: 'пароль-🔑' },
];

/** A tracker that runs, with its data folder. */
export interface Tracker {
  readonly url: string;
  readonly dataDir: string;
  readonly program: Program;
  /** Ends it as the operating system would: SIGTERM. */
  stop(): Promise<void>;
  /** Ends it as a power cut would: SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again on the same data, after it ended. */
  restart(): Promise<Tracker>;
  /** Ends it, and removes its data. */
  remove(): Promise<void>;
}

export interface TrackerOptions {
  /** Whom the secret knows; `USERS` unless given. */
  readonly users?: readonly { readonly user: string; readonly password: string }[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds that a request may take; longer than any machine needs, unless given. */
  readonly requestDeadlineMs?: number;
  /** Keys of the providers in the secret; those of the stand-ins unless given. */
  readonly keys?: Readonly<Record<string, string>>;
}

/** Milliseconds after which a tracker that waits for something is killed at the end of a test. */
const PATIENCE_MS = 2000;
/** Milliseconds in which even a busy machine answers what a test asks. */
const ANY_MACHINE_MS = 4 * 60_000;

/** The secret of a tracker under test. */
export const secretOf = ({ users, keys }: TrackerOptions) => ({
  users: users ?? USERS,
  ...(keys ?? standInKeys),
});

/** The variables of a tracker under test. */
export const environmentOf = ({
  environment,
  requestDeadlineMs = ANY_MACHINE_MS,
}: TrackerOptions) => ({
  IMMERSION_TRACKER_REQUEST_DEADLINE_MS: `${requestDeadlineMs}`,
  ...environment,
});

/** Starts a tracker on a free port of loopback, with a new data folder. */
export async function startTracker(options: TrackerOptions = {}): Promise<Tracker> {
  const dataDir = mkdtempSync(join(tmpdir(), 'immersion-tracker-'));
  const secret = JSON.stringify(secretOf(options));
  writeFileSync(join(dataDir, 'secret.json'), secret, { mode: 0o600 });
  return startOn(dataDir, environmentOf(options));
}

/** Starts a tracker on a data folder as it is. */
export async function startOn(
  dataDir: string,
  environment: Readonly<Record<string, string>>,
): Promise<Tracker> {
  const program = startNode('api/src/hosts/local/server/main.ts', [], {
    PORT: '0',
    IMMERSION_TRACKER_DATA_DIR: dataDir,
    ...environment,
  });
  const [, url = ''] = await program.printed(/ready on (\S+)/);

  async function end(signal: NodeJS.Signals): Promise<void> {
    program.kill(signal);
    await program.finished;
  }
  return {
    url,
    dataDir,
    program,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    restart: () => startOn(dataDir, environment),
    async remove() {
      // Only an orderly end keeps what was compiled for the next start.
      const impatience = setTimeout(() => program.kill('SIGKILL'), PATIENCE_MS);
      await end('SIGTERM');
      clearTimeout(impatience);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
