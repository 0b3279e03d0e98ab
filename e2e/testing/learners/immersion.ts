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

/** The environment of somebody who is not signed in. */
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

/** How a run may be followed, and stopped. */
export type RunOptions = Pick<Parameters<typeof runClient>[1], 'around' | 'signal'>;

/**
 * Runs the client in the process of the test, without a terminal; `input` is piped to it, and not read
 * before the first question. A process of its own takes ten times as long.
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
    // As on Linux.
    loginFile: join(HOME, '.config/immersion-tracker/login.json'),
    stateFolder: join(HOME, '.local/state/immersion-tracker'),
    stdin: Readable.from(typeof input === 'string' ? [input] : input),
    ...options,
  });
}

/**
 * Starts the client in a process of its own, without a terminal; `input` is piped to it, and null leaves
 * its pipe open.
 */
export function startImmersion(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input: string | null = '',
): Program {
  return startNode(IMMERSION, args, environment, input);
}
