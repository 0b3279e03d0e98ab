import { type Finished, startNode } from './program.ts';

/** The variables of one of the users of every tracker under test. */
export const ALICE = {
  IMMERSION_TRACKER_USER: 'alice',
  IMMERSION_TRACKER_PASSWORD: 'fake-password',
};

/** `npm run smoke` with these arguments. */
export function smoke(args: readonly string[], environment: Record<string, string> = ALICE) {
  return startNode('infra/src/smoke/main.ts', args, environment).finished;
}

/** Lines of checks that failed, without the word. */
export const failed = ({ stdout }: Finished): string[] =>
  [...stdout.matchAll(/^FAILED {2}(.*)$/gm)].map(([, line = '']) => line);
