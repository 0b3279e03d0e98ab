import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Client,
  createClient,
  endpoints,
  type Progress,
  type ResponseOf,
} from '@immersion-tracker/contract';
import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import type { Finished } from '../programs/program.ts';
import {
  startTracker,
  type Tracker,
  type TrackerOptions,
  type TrackerPlace,
} from '../trackers/local-host.ts';
import { recordedItems } from '../trackers/recorded.ts';
import { LEARNERS, learnersInSecret, PASSWORD } from '../trackers/share-tracker.ts';
import { immersion, type RunOptions, signedIn } from './immersion.ts';
import { createMedia, type MediaFolder } from './media.ts';

/** A user who has not recorded anything yet. */
export interface Learner {
  readonly user: string;
  /** Environment variables that sign the client in. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs the client without a terminal. */
  immersion(
    args: readonly string[],
    input?: string | AsyncIterable<string>,
    options?: RunOptions,
  ): Promise<Finished>;
  /** The API, called without the client under test. */
  readonly api: Client;
  shows(): Promise<ResponseOf<typeof endpoints.getShows>['shows']>;
  progress(): Promise<Progress>;
  /** The sort keys of all items of the user, in order. */
  recorded(): string[];
}

export interface Learners {
  readonly tracker: TrackerPlace;
  /** A new learner for each call, so that tests do not see each other's records. */
  learner(): Learner;
}

/** Learners of the tracker that all test files share. */
export function useLearners(): Learners {
  return learnersOf(() => inject('tracker'));
}

/**
 * Starts stand-ins for providers and a tracker that uses them, for tests of the calling block that disturb
 * the providers or need other `keys`.
 */
export function useOwnTracker(
  options: Pick<TrackerOptions, 'keys'> = {},
): Learners & { readonly providers: Providers } {
  let providers: Providers;
  let tracker: Tracker;
  beforeAll(async () => {
    providers = await startProviders();
    tracker = await startTracker({
      ...options,
      users: learnersInSecret,
      environment: providers.environment,
    });
  });
  afterAll(async () => {
    await tracker?.remove();
    await providers?.close();
  });
  const { learner } = learnersOf(() => tracker);
  return {
    learner,
    get tracker() {
      return tracker;
    },
    get providers() {
      return providers;
    },
  };
}

function learnersOf(tracker: () => TrackerPlace): Learners {
  return {
    get tracker() {
      return tracker();
    },
    learner() {
      const user = LEARNERS.find((one) => reserve(tracker(), one));
      if (user === undefined) throw new Error('There are more tests than learners: add some.');
      return learner(tracker(), user);
    },
  };
}

/** Whether no other test has taken the learner. Test files run in parallel, so a folder marks who is taken. */
function reserve({ dataDir }: TrackerPlace, user: string): boolean {
  try {
    mkdirSync(join(dataDir, user));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function learner(tracker: TrackerPlace, user: string): Learner {
  const { url } = tracker;
  const environment = {
    ...signedIn(url, user),
    IMMERSION_TRACKER_PASSWORD: PASSWORD,
  };
  const api = createClient({ baseUrl: url, user, password: PASSWORD });
  return {
    user,
    environment,
    immersion: (args, input = '', options = {}) => immersion(args, environment, input, options),
    api,
    shows: async () => (await api.send(endpoints.getShows, undefined)).shows,
    progress: () => api.send(endpoints.getProgress, undefined),
    recorded: () => recordedItems(tracker, user).map(({ sk }) => sk),
  };
}

/** Creates a media folder with these files, which is removed after the calling test. */
export function mediaForTest(...files: readonly string[]): MediaFolder {
  const media = createMedia(...files);
  onTestFinished(() => media.remove());
  return media;
}
