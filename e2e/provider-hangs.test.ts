import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectError, send } from './api.ts';
import { startTracker, type Tracker } from './local-host.ts';

// API Gateway's limit; an answer after it never reaches the caller.
const GATEWAY_LIMIT_MS = 29_000;

let providers: Providers;
let tracker: Tracker;
beforeAll(async () => {
  providers = await startProviders();
  tracker = await startTracker({ environment: providers.environment });
  for (const provider of [providers.tvdb, providers.youtube, providers.spotifyApi]) {
    provider.inject({ kind: 'hang' }, { times: Number.POSITIVE_INFINITY });
  }
});
afterAll(async () => {
  await tracker?.remove();
  await providers?.close();
});

test.concurrent.each([
  ['/syncmovies', { movies: [{ file_name: 'a', tvdb_id: 1 }] }],
  ['/syncyoutube', { video_ids: ['aB3dE5fG7hI'] }],
  ['/syncspotify', { episode_ids: ['512ojhOuo1ktJprKbVcKyQ'] }],
])('%s answers before the gateway gives up on a provider that hangs', async (path, body) => {
  const start = performance.now();

  const answer = await send(tracker.url, 'POST', path, body);

  expectError(answer, 502, 'provider_error');
  expect(performance.now() - start).toBeLessThan(GATEWAY_LIMIT_MS);
  expect(answer.body).toMatchObject({ message: expect.stringContaining('in time') });
});
