import { startProviders } from '@immersion-tracker/stand-ins';
import type { TestProject } from 'vitest/node';
import { startTracker, type Tracker } from './local-host.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The tracker that test files share, since it takes longer to start than most of them take to run. */
    tracker: Pick<Tracker, 'url' | 'dataDir'>;
  }
}

/** The password of all learners. Does not occur anywhere else in what the client reads or writes. */
export const PASSWORD = 'fake-secret-password';

/** Users of a tracker under test, for tests that each need one without records. */
export const usersNamed = (names: readonly string[]) =>
  names.map((user) => ({ user, password: PASSWORD }));

/** The learners of the test worker with this number, from 1. Workers do not know which ones others use. */
export const learnersOf = (worker: number): readonly string[] =>
  Array.from({ length: 300 }, (_, index) => `learner ${worker}-${index + 1}`);

/** A run starts fewer workers. */
const MOST_WORKERS = 40;

/** Starts stand-ins for providers and a tracker that uses them, for all whole-system tests. */
export default async function shareTracker(project: TestProject): Promise<() => Promise<void>> {
  const providers = await startProviders();
  const workers = Array.from({ length: MOST_WORKERS }, (_, index) => index + 1);
  const tracker = await startTracker({
    users: usersNamed(workers.flatMap(learnersOf)),
    environment: providers.environment,
  });
  project.provide('tracker', { url: tracker.url, dataDir: tracker.dataDir });
  return async () => {
    await tracker.remove();
    await providers.close();
  };
}
