import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runClient } from '@immersion-tracker/cli/testing';
import { inject } from 'vitest';
import { type Finished, type Program, startNode } from '../programs/program.ts';
import { USERS } from '../trackers/local-host.ts';

/** The client's program, as npm installs it. */
export const immersionProgram = (): string => join(inject('client').unpacked, 'bin/immersion.js');

// Keeps the client from reading or writing files of the person who runs the tests.
const home = mkdtempSync(join(tmpdir(), 'immersion-home-'));
process.once('exit', () => rmSync(home, { recursive: true, force: true }));

/** The client's folders in a home folder on Linux. */
const configIn = (folder: string) => join(folder, '.config/immersion-tracker');
const stateIn = (folder: string) => join(folder, '.local/state/immersion-tracker');

// Whoever uses this home folder in a terminal has agreed before that a sync deletes files.
mkdirSync(configIn(home), { recursive: true });
writeFileSync(join(configIn(home), 'preferences.json'), '{"clean_up":"delete"}');

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
    loginFile: join(configIn(HOME), 'login.json'),
    stateFolder: stateIn(HOME),
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
  return startNode(immersionProgram(), args, environment, input);
}
