import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll } from 'vitest';
import type { Host, RunningHost } from './hosts.ts';

/** Shared by the tests of a block. */
export interface World {
  readonly providers: Providers;
  readonly host: RunningHost;
}

/** Starts stand-ins for providers and a tracker that uses them, for the tests of the calling block. */
export function useWorld(start: Host['start']): World {
  let providers: Providers;
  let host: RunningHost;
  beforeAll(async () => {
    providers = await startProviders();
    host = await start({ environment: providers.environment });
  });
  afterAll(async () => {
    await host?.close();
    await providers?.close();
  });
  return {
    get providers() {
      return providers;
    },
    get host() {
      return host;
    },
  };
}
