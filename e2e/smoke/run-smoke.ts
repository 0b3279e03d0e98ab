import { type Finished, startNode } from '../testing/programs/program.ts';

/** The environment variables that sign in alice. */
export const ALICE = {
  IMMERSION_TRACKER_USER: 'alice',
  IMMERSION_TRACKER_PASSWORD: 'fake-password',
};

/** The environment variables that sign in bob. */
export const BOB = {
  IMMERSION_TRACKER_USER: 'bob',
  IMMERSION_TRACKER_PASSWORD: 'fake:pass:word',
};

/** Runs what `npm run smoke` runs. */
export function runSmoke(args: readonly string[], environment: Record<string, string> = ALICE) {
  return startNode('e2e/smoke/main.ts', args, environment).finished;
}

/** The names of the checks that failed. */
export const failed = ({ stdout }: Finished): string[] =>
  [...stdout.matchAll(/^FAILED {2}(.*)$/gm)].map(([, name = '']) => name);
