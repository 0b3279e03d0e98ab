import { afterAll } from 'vitest';
import type { Finished } from '../programs/program.ts';
import { immersion, type RunOptions } from './immersion.ts';
import { useLearners } from './learners.ts';
import { createMedia, type MediaFolder } from './media.ts';
import { ANSWERS, losses, PROBE, type State, stateOf, watchedMedia } from './watched-media.ts';

/** A media folder, and a user who has not recorded anything yet. */
export interface SyncCase {
  readonly folder: MediaFolder;
  /** The user's environment, with `url` as the tracker's address. */
  environment(url?: string): Record<string, string>;
  /** Syncs, and answers all questions. */
  sync(options?: RunOptions & { readonly url?: string }): Promise<Finished>;
  /** Everything that was removed from the folder without being recorded. */
  losses(): string[];
  state(): State;
}

/** Cases on the shared tracker, each with its own user. */
export function useSyncCases() {
  const learners = useLearners();
  const folders: MediaFolder[] = [];
  afterAll(() => {
    for (const folder of folders) folder.remove();
  });

  return {
    get tracker() {
      return learners.tracker;
    },
    /** A case with these files; by default, those of `watchedMedia`. */
    start(...files: readonly string[]): SyncCase {
      const { tracker } = learners;
      const { user, environment: own } = learners.learner();
      const folder = files.length > 0 ? createMedia(...files) : watchedMedia();
      folders.push(folder);
      const environment = (url = tracker.url) => ({ ...own, IMMERSION_TRACKER_API_URL: url });
      return {
        folder,
        environment,
        sync: ({ url, ...options } = {}) =>
          immersion(['sync', folder.path], environment(url), ANSWERS, { probe: PROBE, ...options }),
        losses: () => losses(folder, tracker, user),
        state: () => stateOf(folder, tracker, user),
      };
    },
  };
}
