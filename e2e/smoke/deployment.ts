import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import {
  basicAuthorization,
  type Client,
  createClient,
  endpoints,
  episode,
  itemKey,
} from '@immersion-tracker/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { send, succeed } from '../testing/trackers/api.ts';
import type { Host } from '../testing/trackers/hosts.ts';
import type { World } from '../testing/trackers/world.ts';

/** API Gateway accepts TLS 1.0 at its own addresses; only a custom domain's security policy can refuse it. */
const OF_AWS = /\.execute-api\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;

/** Versions that RFC 8996 forbids. OpenSSL offers them only at its lowest security level. */
const OLD = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

const TIMEOUT_MS = 10_000;

/** Recorded, moved and removed again. Only its show stays, which has no episodes then. */
const EPISODE = { folder_name: '(smoke test)', file_name: 'S01E01' };
const ID = itemKey(episode.record, EPISODE.folder_name, EPISODE.file_name);

/** In epoch seconds: the first days of January, February and March 2025. */
const TIMES = { first: 1_735_689_600, moved: 1_738_368_000, again: 1_740_787_200 };
const REWATCH = `${ID}#${TIMES.again}`;

/** Checks that only run against a remote tracker. */
export function testDeployment(world: World, { learner }: Host): void {
  const authorization = basicAuthorization(learner.user, learner.password);

  const ask: Client['send'] = (endpoint, body) => {
    const { user, password } = learner;
    return createClient({ baseUrl: world.host.url, user, password }).send(endpoint, body);
  };

  describe('for a user created only for this', () => {
    beforeAll(async () => {
      const { shows, ...totals } = await ask(endpoints.getProgress, undefined);
      const own = shows.find(({ name }) => name === EPISODE.folder_name)?.episodes_watched ?? 0;
      const all =
        totals.total_episodes_watched +
        totals.total_movies_watched +
        totals.youtube_videos_watched +
        totals.spotify_episodes_watched;
      // Never touch the records of somebody who has recorded anything else.
      expect(all, 'the smoke test needs a user of its own, so nothing was recorded').toBe(own);
      // An earlier run that was interrupted can have left some.
      await removeAll();
      return removeAll;
    });

    async function removeAll(): Promise<void> {
      const { watched } = await ask(endpoints.getWatched, {});
      await ask(endpoints.remove, { ids: watched.map(({ id }) => id) });
    }

    test('an episode is recorded once, however often it is sent', {
      tags: 'deployed',
    }, async () => {
      const episodes = [{ ...EPISODE, watched_at: TIMES.first }];

      expect(await ask(endpoints.syncEpisodes, { episodes })).toStrictEqual({ episodes_added: 1 });
      expect(await ask(endpoints.syncEpisodes, { episodes })).toStrictEqual({ episodes_added: 0 });
    });

    test('every list has it', { tags: 'deployed' }, async () => {
      const known = { id: ID, watched_at: TIMES.first, source: null };

      expect(await ask(endpoints.lookup, { ids: [ID] })).toStrictEqual({ known: [known] });
      expect(await ask(endpoints.getShows, undefined)).toMatchObject({
        shows: [{ folder_name: EPISODE.folder_name }],
      });
      expect(await ask(endpoints.getProgress, undefined)).toMatchObject({
        total_episodes_watched: 1,
      });
      expect(await ask(endpoints.getWatched, {})).toMatchObject({
        watched: [{ id: ID, watched_at: TIMES.first }],
        next: null,
      });
      expect(await ask(endpoints.getLibrary, {})).toMatchObject({
        library: [{ group_id: `SHOW#${EPISODE.folder_name}`, records: 1 }],
      });
      expect(await ask(endpoints.getHistory, undefined)).toMatchObject({
        days: [{ episode_records: 1 }],
      });
      expect(await ask(endpoints.listRecords, {})).toMatchObject({
        records: expect.arrayContaining([expect.objectContaining({ sk: ID })]),
      });
    });

    test('it can be moved to another time, and watched again', { tags: 'deployed' }, async () => {
      await ask(endpoints.updateWatched, { id: ID, watched_at: TIMES.moved });
      const again = { ids: [ID], watched_at: TIMES.again };

      expect(await ask(endpoints.rewatch, again)).toStrictEqual({ added: 1 });
      expect(await ask(endpoints.rewatch, again)).toStrictEqual({ added: 0 });
      expect(await ask(endpoints.getWatched, {})).toMatchObject({
        watched: [
          { id: REWATCH, rewatch_of: ID, watched_at: TIMES.again },
          { id: ID, rewatch_of: null, watched_at: TIMES.moved },
        ],
      });
    });

    test('what is removed can be restored as it was', { tags: 'deployed' }, async () => {
      const ids = [ID, REWATCH];
      const { records } = await ask(endpoints.getRecords, { ids });
      expect(records).toHaveLength(2);

      const { removed } = await ask(endpoints.remove, { ids });
      expect(removed).toHaveLength(2);
      expect(removed).toStrictEqual(expect.arrayContaining(records));
      expect(await ask(endpoints.getWatched, {})).toMatchObject({ watched: [] });

      expect(await ask(endpoints.restore, { records: removed })).toStrictEqual({ restored: 2 });
      expect(await ask(endpoints.getRecords, { ids })).toStrictEqual({ records });
    });

    test('settings can be read and written', { tags: 'deployed' }, async () => {
      const settings = await ask(endpoints.getSettings, undefined);

      expect(await ask(endpoints.updateSettings, settings)).toStrictEqual(settings);
    });
  });

  // Proves that the functions start. The lists are empty because provider keys may be missing.
  test.each([
    [endpoints.syncYoutube.path, endpoints.syncYoutube, { video_ids: [] }],
    [endpoints.syncSpotify.path, endpoints.syncSpotify, { episode_ids: [] }],
    [endpoints.syncMovies.path, endpoints.syncMovies, { movies: [] }],
    [endpoints.previewBackfill.path, endpoints.previewBackfill, { episode_ids: [] }],
  ])('POST %s accepts an empty list', { tags: 'deployed' }, async (_, endpoint, body) => {
    await succeed(world.host.url, endpoint, body, authorization);
  });

  test('a movie that was never recorded is a 404, without asking TheTVDB', {
    tags: 'deployed',
  }, async () => {
    const { method, path } = endpoints.updateMovie;
    const body = { file_name: '(smoke test)', tvdb_id: 1 };

    const answer = await send(world.host.url, method, path, body, authorization);

    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  test('a search without words is a 400, without asking TheTVDB', {
    tags: 'deployed',
  }, async () => {
    const { method, path } = endpoints.search;

    const answer = await send(
      world.host.url,
      method,
      `${path}?type=series`,
      undefined,
      authorization,
    );

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  test('GET /providers says which keys are there', { tags: 'deployed' }, async () => {
    await ask(endpoints.getProviders, undefined);
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
