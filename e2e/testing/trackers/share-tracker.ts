import { startProviders } from '@immersion-tracker/stand-ins';
import type { TestProject } from 'vitest/node';
import { startTracker, type TrackerPlace } from './local-host.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The tracker that test files share, since it takes longer to start than most of them take to run. */
    tracker: TrackerPlace;
  }
}

/** The password of all learners. Does not occur anywhere else in what the client reads or writes. */
export const PASSWORD = 'fake-secret-password';

/** Users for tests that each need one without records. */
export const LEARNERS = Array.from({ length: 500 }, (_, index) => `learner ${index}`);

/** The users in the secret of a tracker with learners. */
export const learnersInSecret = LEARNERS.map((user) => ({ user, password: PASSWORD }));

/** Starts stand-ins for providers and a tracker that uses them, for all whole-system tests. */
export default async function shareTracker(project: TestProject): Promise<() => Promise<void>> {
  const providers = await startProviders();
  const tracker = await startTracker({
    users: learnersInSecret,
    environment: providers.environment,
  });
  project.provide('tracker', { url: tracker.url, dataDir: tracker.dataDir });
  return async () => {
    await tracker.remove();
    await providers.close();
  };
}
