import {
  type Client,
  createClient,
  endpoints,
  type Progress,
  type ResponseOf,
} from '@immersion-tracker/contract';
import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Finished } from '../programs/program.ts';
import { startTracker, type Tracker, type TrackerOptions } from '../trackers/local-host.ts';
import { recordedItems } from '../trackers/recorded.ts';
import { immersion, type RunOptions, signedIn } from './immersion.ts';
import { createMedia, type MediaFolder } from './media.ts';

/** The password of all learners. Does not occur anywhere else in what the client reads or writes. */
export const PASSWORD = 'fake-secret-password';

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

/** Shared by the tests of a block. */
export interface Learners {
  readonly providers: Providers;
  readonly tracker: Tracker;
  /** A new learner for each call, so that tests do not see each other's records. */
  learner(): Learner;
}

const users = Array.from({ length: 200 }, (_, index) => `learner ${index}`);

/** Starts stand-ins for providers and a tracker that uses them, for the tests of the calling block. */
export function useLearners(options: Pick<TrackerOptions, 'keys'> = {}): Learners {
  const newcomers = users.values();
  let providers: Providers;
  let tracker: Tracker;
  beforeAll(async () => {
    providers = await startProviders();
    tracker = await startTracker({
      ...options,
      users: users.map((user) => ({ user, password: PASSWORD })),
      environment: providers.environment,
    });
  });
  afterAll(async () => {
    await tracker?.remove();
    await providers?.close();
  });
  return {
    get providers() {
      return providers;
    },
    get tracker() {
      return tracker;
    },
    learner() {
      const { value: user } = newcomers.next();
      if (user === undefined) throw new Error('There are more tests than learners: add some.');
      return learner(tracker, user);
    },
  };
}

function learner(tracker: Tracker, user: string): Learner {
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
