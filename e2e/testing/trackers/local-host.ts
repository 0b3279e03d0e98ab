import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standInKeys } from '@immersion-tracker/stand-ins';
import { type Program, startNode } from '../programs/program.ts';

/** Bob's read-only token. It is fake, like all passwords here. */
export const TOKEN = 'fake-read-only-token';
const hash = `sha256$${createHash('sha256').update(TOKEN).digest('base64url')}`;

/** Users of every tracker under test. */
export const USERS = [
  { user: 'alice', password: 'fake-password' },
  { user: 'bob', password: 'fake:pass:word', tokens: [{ name: 'widget', hash }] },
  { user: 'やまだ さん', password: 'пароль-🔑' },
];

/** Where to reach a tracker, and its data. */
export interface TrackerPlace {
  readonly url: string;
  readonly dataDir: string;
}

/** A running tracker, with its data folder. */
export interface Tracker extends TrackerPlace {
  readonly program: Program;
  /** Stops it with SIGTERM, as the operating system would. */
  stop(): Promise<void>;
  /** Stops it with SIGKILL, like a power cut. */
  kill(): Promise<void>;
  /** Starts it again on the same data, after it has stopped. */
  restart(): Promise<Tracker>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

export interface TrackerOptions {
  /** The users in the secret; `USERS` by default. */
  readonly users?: readonly { readonly user: string; readonly password: string }[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The deadline of a request in milliseconds. By default, longer than any machine needs. */
  readonly requestDeadlineMs?: number;
  /** The provider keys in the secret; those of the stand-ins by default. */
  readonly keys?: Readonly<Record<string, string>>;
}

/** How many milliseconds a tracker may take to exit at the end of a test before it is killed. */
const PATIENCE_MS = 2000;
/** Milliseconds in which even a busy machine answers a request of a test. */
const ANY_MACHINE_MS = 4 * 60_000;

export const secretOf = ({ users, keys }: TrackerOptions) => ({
  users: users ?? USERS,
  ...(keys ?? standInKeys),
});

/** The environment variables of a tracker under test. */
export const environmentOf = ({
  environment,
  requestDeadlineMs = ANY_MACHINE_MS,
}: TrackerOptions) => ({
  IMMERSION_TRACKER_REQUEST_DEADLINE_MS: `${requestDeadlineMs}`,
  ...environment,
});

/** Starts a tracker on a free loopback port, with a new data folder. */
export async function startTracker(options: TrackerOptions = {}): Promise<Tracker> {
  const dataDir = mkdtempSync(join(tmpdir(), 'immersion-tracker-'));
  const secret = JSON.stringify(secretOf(options));
  writeFileSync(join(dataDir, 'secret.json'), secret, { mode: 0o600 });
  return startOn(dataDir, environmentOf(options));
}

/** Starts a tracker on an existing data folder. */
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
      // Only an orderly exit saves the compile cache for the next start.
      const impatience = setTimeout(() => program.kill('SIGKILL'), PATIENCE_MS);
      await end('SIGTERM');
      clearTimeout(impatience);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
