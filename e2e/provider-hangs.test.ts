import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectError, send } from './testing/trackers/api.ts';
import { hosts, type RunningHost } from './testing/trackers/hosts.ts';

/** Milliseconds; the deadline of a real request is only longer. */
const requestDeadlineMs = 5000;
// API Gateway's limit; an answer after it never reaches the caller.
const GATEWAY_LIMIT_MS = 29_000;

const lookUps = [
  ['POST', '/syncmovies', { movies: [{ file_name: 'a', tvdb_id: 1 }] }],
  ['POST', '/syncyoutube', { video_ids: ['aB3dE5fG7hI'] }],
  ['POST', '/syncspotify', { episode_ids: ['512ojhOuo1ktJprKbVcKyQ'] }],
  ['PUT', '/show', { folder_name: 'a', tvdb_id: 421069 }],
] as const;

// At once, since all that they do is wait.
describe.concurrent.each(hosts)('on the $name', ({ start }) => {
  let providers: Providers;
  let host: RunningHost;
  beforeAll(async () => {
    providers = await startProviders();
    host = await start({ environment: providers.environment, requestDeadlineMs });
    // What a host starts for a route has started by then: a busy machine takes seconds for that.
    for (const [method, path] of lookUps) await send(host.url, method, path, {});
    const episodes = [{ folder_name: 'a', file_name: 'b' }];
    await send(host.url, 'POST', '/sync', { episodes });
    for (const provider of [providers.tvdb, providers.youtube, providers.spotifyApi]) {
      provider.inject({ kind: 'hang' }, { times: Number.POSITIVE_INFINITY });
    }
  });
  afterAll(async () => {
    await host?.close();
    await providers?.close();
  });

  test.each(lookUps)(
    '%s %s answers before the gateway gives up on a provider that hangs',
    async (method, path, body) => {
      const start = performance.now();

      const answer = await send(host.url, method, path, body);

      expectError(answer, 502, 'provider_error');
      expect(performance.now() - start).toBeLessThan(GATEWAY_LIMIT_MS);
      expect(answer.body).toMatchObject({ message: expect.stringContaining('in time') });
      expect((await send(host.url, 'GET', '/progress')).body).toMatchObject({
        total_movies_watched: 0,
        youtube_videos_watched: 0,
        spotify_episodes_watched: 0,
        shows: [{ show_id: null, name: 'a' }],
      });
    },
  );
});
