import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runClient } from '@immersion-tracker/cli/testing';
import { type Finished, type Program, startNode } from '../programs/program.ts';
import { USERS } from '../trackers/local-host.ts';

/** The client's program in this repository. */
export const IMMERSION = 'cli/bin/immersion.js';

// Keeps the client from reading or writing files of the person who runs the tests.
const home = mkdtempSync(join(tmpdir(), 'immersion-home-'));
process.once('exit', () => rmSync(home, { recursive: true, force: true }));

/** The environment of a user who is not signed in. */
export const NOBODY: Readonly<Record<string, string>> = { HOME: home };

/** The environment of one of `USERS`, signed in to the tracker at `url`. */
export function signedIn(url: string, user = 'alice'): Record<string, string> {
  const found = USERS.find((entry) => entry.user === user);
  return {
    ...NOBODY,
    IMMERSION_TRACKER_API_URL: url,
    IMMERSION_TRACKER_USER: user,
    IMMERSION_TRACKER_PASSWORD: found?.password ?? 'no-such-user',
  };
}

/** How a test observes a run, stops it, or says what it finds out about files. */
export type RunOptions = Pick<Parameters<typeof runClient>[1], 'around' | 'probe' | 'signal'>;

/**
 * Runs the client in the test's process, which is ten times as fast as a process of its own. It does not
 * get a terminal. `input` is piped to the client, which reads it only when it asks its first question.
 */
export function immersion(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input: string | AsyncIterable<string> = '',
  options: RunOptions = {},
): Promise<Finished> {
  const { HOME = '' } = environment;
  return runClient(args, {
    fetch: globalThis.fetch,
    environment,
    // The paths that the client uses on Linux.
    loginFile: join(HOME, '.config/immersion-tracker/login.json'),
    stateFolder: join(HOME, '.local/state/immersion-tracker'),
    stdin: Readable.from(typeof input === 'string' ? [input] : input),
    ...options,
  });
}

/**
 * Starts the client in a process of its own, without a terminal. `input` is piped to it; null leaves the
 * pipe open.
 */
export function startImmersion(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input: string | null = '',
): Program {
  return startNode(IMMERSION, args, environment, input);
}
