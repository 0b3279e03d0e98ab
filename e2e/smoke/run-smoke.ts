import { type Finished, startNode } from '../testing/programs/program.ts';

/** The variables of one of the users of every tracker under test. */
export const ALICE = {
  IMMERSION_TRACKER_USER: 'alice',
  IMMERSION_TRACKER_PASSWORD: 'fake-password',
};

/** `npm run smoke` with these arguments. */
export function runSmoke(args: readonly string[], environment: Record<string, string> = ALICE) {
  return startNode('e2e/smoke/main.ts', args, environment).finished;
}

/** Names of the checks that failed. */
export const failed = ({ stdout }: Finished): string[] =>
  [...stdout.matchAll(/^FAILED {2}(.*)$/gm)].map(([, name = '']) => name);
