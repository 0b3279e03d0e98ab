import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll } from 'vitest';
import { immersion, signedIn } from './immersion.ts';
import { startTracker, type Tracker } from './local-host.ts';
import { createMedia, type MediaFolder } from './media.ts';
import type { Finished } from './program.ts';
import { ANSWERS, losses, type State, stateOf, watchedMedia } from './watched-media.ts';

/** A media folder, and somebody who has recorded nothing yet. */
export interface SyncCase {
  readonly folder: MediaFolder;
  /** Of that somebody, with the tracker at `url` in place of the real one. */
  environment(url?: string): Record<string, string>;
  /** Syncs to the end, with all questions answered. */
  sync(url?: string): Promise<Finished>;
  /** What is gone from the folder though it is not recorded. */
  losses(): string[];
  state(): State;
}

/** More than there are cases, so that none finds the records of another. */
const users = Array.from({ length: 200 }, (_, index) => `user-${index}`);
const password = 'fake-password';

/** One tracker for the cases of a file of tests, each with its own user. */
export function useSyncCases() {
  const freshUsers = users.values();
  const folders: MediaFolder[] = [];
  let providers: Providers;
  let tracker: Tracker;
  beforeAll(async () => {
    providers = await startProviders();
    tracker = await startTracker({
      users: users.map((user) => ({ user, password })),
      environment: providers.environment,
    });
  });
  afterAll(async () => {
    for (const folder of folders) folder.remove();
    await tracker?.remove();
    await providers?.close();
  });

  return {
    get tracker() {
      return tracker;
    },
    /** A case with these files, or those of `watchedMedia`. */
    start(...files: readonly string[]): SyncCase {
      const { value: user } = freshUsers.next();
      if (user === undefined) throw new Error('there are more cases than users');
      const folder = files.length > 0 ? createMedia(...files) : watchedMedia();
      folders.push(folder);
      const environment = (url = tracker.url) => ({
        ...signedIn(url, user),
        IMMERSION_TRACKER_PASSWORD: password,
        // Most of the time goes into compiling, and the runs are many.
        NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
      });
      return {
        folder,
        environment,
        sync: (url) => immersion(['sync', folder.path], environment(url), ANSWERS),
        losses: () => losses(folder, tracker, user),
        state: () => stateOf(folder, tracker, user),
      };
    },
  };
}

/** Does something with each of `items`, a few at a time. */
export async function forEachOf<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all([worker(), worker(), worker()]);
}
