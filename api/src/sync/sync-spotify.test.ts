import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import type { SpotifyClient } from '../providers/spotify/client.ts';
import { spotifyEpisodeItem, spotifyShowItem } from '../store/items.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { readAll } from '../store/testing/conformance/subject.ts';
import { syncSpotify } from './sync-spotify.ts';

const pk = 'USER#alice';
let store: Store;

beforeEach(() => {
  store = openSqliteStore(':memory:', () => {});
});

afterEach(() => store.close());

/** Knows the episodes a and b, of one show. */
const spotify: SpotifyClient = {
  async episodes(ids) {
    const known = ids.filter((id) => ['a', 'b'].includes(id));
    const show = { showId: 's', showName: 'A podcast', showArtworkUrl: undefined };
    return new Map(known.map((id) => [id, { title: 'An episode', durationSeconds: 60, ...show }]));
  },
};

const sync = (episode_ids: string[], source?: string) =>
  syncSpotify({ store, clock: () => 1_730_000_000_000, spotify })({
    ...{ user: 'alice', deadline: wholeDeadline() },
    body: { episode_ids, source },
  });

test('the source of the request is kept with what it adds, and with nothing else', async () => {
  await sync(['a']);

  await sync(['a', 'b'], 'run 2');

  const episodes = await readAll(store, { pk, prefix: 'SPOTIFYEPISODE#' }, spotifyEpisodeItem);
  const shows = await readAll(store, { pk, prefix: 'SPOTIFYSHOW#' }, spotifyShowItem);
  expect([...episodes, ...shows].map(({ sk, source }) => [sk, source])).toEqual([
    ['SPOTIFYEPISODE#a', undefined],
    ['SPOTIFYEPISODE#b', 'run 2'],
    ['SPOTIFYSHOW#s', undefined],
  ]);
});

test('an id that looks like a rewatch is unknown, even when there is that rewatch', async () => {
  await sync(['a']);
  const attributes = { rewatch_of: 'SPOTIFYEPISODE#a' };
  const copy = { from: 'SPOTIFYEPISODE#a', to: 'SPOTIFYEPISODE#a#9', attributes };
  await store.copyIfAbsent(pk, [copy], wholeDeadline().signal);

  const failure = await failureOf(sync(['a', 'a#9', 'x']));

  expect(failure).toMatchObject({ code: 'unknown_ids', ids: ['a#9', 'x'] });
});
