import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import type { YoutubeClient } from '../providers/youtube/client.ts';
import { youtubeChannelItem, youtubeVideoItem } from '../store/items.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { readAll } from '../store/testing/conformance/subject.ts';
import { syncYoutube } from './sync-youtube.ts';

const pk = 'USER#alice';
let store: Store;

beforeEach(() => {
  store = openSqliteStore(':memory:', () => {});
});

afterEach(() => store.close());

/** Knows the videos a and b, of one channel. */
const youtube: YoutubeClient = {
  async videos(ids) {
    const known = ids.filter((id) => ['a', 'b'].includes(id));
    const video = { title: 'A video', channelId: 'c', durationSeconds: 600 };
    return new Map(known.map((id) => [id, video]));
  },
  async channels(ids) {
    return new Map(ids.map((id) => [id, { title: 'A channel', artworkUrl: undefined }]));
  },
};

const sync = (video_ids: string[], source?: string) =>
  syncYoutube({ store, clock: () => 1_730_000_000_000, youtube })({
    ...{ user: 'alice', deadline: wholeDeadline() },
    body: { video_ids, source },
  });

test('the source of the request is kept with what it adds, and with nothing else', async () => {
  await sync(['a']);

  await sync(['a', 'b'], 'run 2');

  const videos = await readAll(store, { pk, prefix: 'YOUTUBEVIDEO#' }, youtubeVideoItem);
  const channels = await readAll(store, { pk, prefix: 'YOUTUBECHANNEL#' }, youtubeChannelItem);
  expect([...videos, ...channels].map(({ sk, source }) => [sk, source])).toEqual([
    ['YOUTUBEVIDEO#a', undefined],
    ['YOUTUBEVIDEO#b', 'run 2'],
    ['YOUTUBECHANNEL#c', undefined],
  ]);
});

test('an id that looks like a rewatch is unknown, even when there is that rewatch', async () => {
  await sync(['a']);
  const attributes = { rewatch_of: 'YOUTUBEVIDEO#a' };
  const copy = { from: 'YOUTUBEVIDEO#a', to: 'YOUTUBEVIDEO#a#9', attributes };
  await store.copyIfAbsent(pk, [copy], wholeDeadline().signal);

  const failure = await failureOf(sync(['a', 'a#9', 'x']));

  expect(failure).toMatchObject({ code: 'unknown_ids', ids: ['a#9', 'x'] });
});
