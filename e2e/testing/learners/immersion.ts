import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Starts the client without a terminal; `input` is piped to it, and null leaves its pipe open. */
export function startImmersion(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input: string | null = '',
): Program {
  return startNode(IMMERSION, args, environment, input);
}

/** Runs the client without a terminal. */
export function immersion(...args: Parameters<typeof startImmersion>): Promise<Finished> {
  return startImmersion(...args).finished;
}
