import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { basicAuthorization, endpoints, episode, itemKey } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { succeed } from '../testing/trackers/api.ts';
import type { Host } from '../testing/trackers/hosts.ts';
import type { World } from '../testing/trackers/world.ts';

/** API Gateway accepts TLS 1.0 at its own addresses; only a custom domain's security policy can refuse it. */
const OF_AWS = /\.execute-api\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;

/** Versions that RFC 8996 forbids. OpenSSL offers them only at its lowest security level. */
const OLD = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

const TIMEOUT_MS = 10_000;

/** Recorded by a user's first smoke test, and already known in later ones. */
const EPISODE = { folder_name: '(smoke test)', file_name: 'S01E01' };

const {
  getProgress,
  getShows,
  lookup,
  rewatch,
  syncEpisodes,
  syncMovies,
  syncSpotify,
  syncYoutube,
} = endpoints;

/** Checks that only run against a remote tracker. */
export function testDeployment(world: World, { learner }: Host): void {
  const authorization = basicAuthorization(learner.user, learner.password);

  test('an episode is recorded once, however often it is sent, and known from then on', {
    tags: 'deployed',
  }, async () => {
    const before = getProgress.response.parse(
      await succeed(world.host.url, getProgress, undefined, authorization),
    );
    const own = before.shows.find(({ name }) => name === EPISODE.folder_name);
    const all =
      before.total_episodes_watched +
      before.total_movies_watched +
      before.youtube_videos_watched +
      before.spotify_episodes_watched;
    // Never add to the progress of somebody who has recorded anything else.
    expect(all, 'the smoke test needs a user of its own, so nothing was recorded').toBe(
      own?.episodes_watched ?? 0,
    );
    const record = () =>
      succeed(world.host.url, syncEpisodes, { episodes: [EPISODE] }, authorization);

    expect([{ episodes_added: 0 }, { episodes_added: 1 }]).toContainEqual(await record());
    expect(await record()).toStrictEqual({ episodes_added: 0 });

    const ids = [itemKey(episode.record, EPISODE.folder_name, EPISODE.file_name)];
    expect(await succeed(world.host.url, lookup, { ids }, authorization)).toMatchObject({
      known: [{}],
    });
    expect(await succeed(world.host.url, getShows, undefined, authorization)).toMatchObject({
      shows: [{ folder_name: EPISODE.folder_name }],
    });
    expect(await succeed(world.host.url, getProgress, undefined, authorization)).toMatchObject({
      total_episodes_watched: own?.episodes_watched || 1,
    });
  });

  // Proves that the functions start. The lists are empty because provider keys may be missing.
  test.each([
    [syncYoutube.path, syncYoutube, { video_ids: [] }],
    [syncSpotify.path, syncSpotify, { episode_ids: [] }],
    [syncMovies.path, syncMovies, { movies: [] }],
    [rewatch.path, rewatch, { ids: [] }],
  ])('POST %s accepts an empty list', { tags: 'deployed' }, async (_, endpoint, body) => {
    await succeed(world.host.url, endpoint, body, authorization);
  });

  test('TLS 1.0 and 1.1 are refused', { tags: 'deployed' }, async ({ skip }) => {
    const { protocol, hostname, port } = new URL(world.host.url);
    skip(protocol !== 'https:' || OF_AWS.test(hostname));
    const socket = connect({
      ...{ ...OLD, host: hostname, port: Number(port || 443) },
      // An IP address is not a valid server name (RFC 6066, section 3).
      servername: isIP(hostname) === 0 ? hostname : '',
    });
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const outcome = await once(socket, 'secureConnect', { signal }).then(
        () => `${socket.getProtocol()} was accepted`,
        (error) => error.code,
      );

      // A TLS alert or a reset. A connection that cannot be made or times out proves nothing.
      expect(outcome).toMatch(/^(ERR_SSL_.*|ECONNRESET|EPROTO)$/);
    } finally {
      socket.destroy();
    }
  });
}
