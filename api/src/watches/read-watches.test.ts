import {
  episode,
  linkKinds,
  type MediaKind,
  mediaKinds,
  movie,
  spotifyEpisode,
  youtubeVideo,
} from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { readListedWatches, readWatches } from './read-watches.ts';
import { type Row, readRows, rowOf } from './testing/rows.ts';

const listed = async (kind: MediaKind, rows: readonly Row[]) =>
  (await Array.fromAsync(readListedWatches(kind, readRows(rows)))).flat();

describe('an episode', () => {
  const tvdb = { tvdb_id: 7, tvdb_name: 'Dark', tvdb_image: 'https://example.com/7.jpg' };

  test.each([
    ['with metadata', [rowOf.show('A', tvdb)], { id: '7', shownName: 'Dark' }],
    ['without metadata', [rowOf.show('A')], { id: 'SHOW#A', shownName: 'A' }],
    ['with NULL metadata', [rowOf.show('A', { tvdb_id: null })], { id: 'SHOW#A', shownName: 'A' }],
    [
      'with an id, but without a name',
      [rowOf.show('A', { tvdb_id: 7 })],
      { id: '7', shownName: 'A' },
    ],
    ['that is missing', [], { id: 'SHOW#A', shownName: 'A' }],
    ['that does not fit its schema', [rowOf.show('A', { tvdb_id: 'x' })], { id: 'SHOW#A' }],
  ])('of a show %s has its group', async (_, shows, group) => {
    const [watch] = await listed(episode, [...shows, rowOf.episode('A', 'S01/E01')]);

    expect(watch).toMatchObject({
      id: 'EPISODE#A#S01/E01',
      title: 'S01/E01',
      rewatchOf: null,
      group,
    });
  });

  const averaging = rowOf.show('A', { tvdb_average_runtime: 2700 });

  test.each([
    ['its own', [averaging], { episode_duration: 1500 }, 1500, 'file'],
    ['its own of 0', [averaging], { episode_duration: 0 }, 0, 'file'],
    ['its show’s average', [averaging], {}, 2700, 'show_average'],
    [
      'its show’s average, if its own is NULL',
      [averaging],
      { episode_duration: null },
      2700,
      'show_average',
    ],
    ['a guess of 20 minutes', [rowOf.show('A')], {}, 1200, 'guess'],
    ['a guess, if its show is missing', [], {}, 1200, 'guess'],
  ])('has a length: %s', async (_, shows, more, duration, durationSource) => {
    const watches = await listed(episode, [...shows, rowOf.episode('A', '1', more)]);

    expect(watches).toMatchObject([{ duration, durationSource }]);
  });
});

describe('a movie', () => {
  const none = { tvdb_id: undefined, tvdb_name: undefined, tvdb_image: undefined };
  const tmdb = { tmdb_name: 'From TMDB', tmdb_image: 'https://example.com/t.jpg' };

  test.each([
    ['TheTVDB’s metadata', tmdb, 'Lola', 'https://example.com/lola.mkv.jpg'],
    ['TMDB’s metadata', { ...none, ...tmdb }, 'From TMDB', 'https://example.com/t.jpg'],
    ['no metadata', none, 'lola.mkv', null],
    ['NULL metadata', { tvdb_id: null, tvdb_name: null, tvdb_image: null }, 'lola.mkv', null],
  ])('with %s is its own group', async (_, more, title, artworkUrl) => {
    const watches = await listed(movie, [rowOf.movie('lola.mkv', 'Lola', more)]);

    expect(watches).toMatchObject([
      { title, rewatchOf: null, group: { id: 'MOVIE#lola.mkv', shownName: title, artworkUrl } },
    ]);
  });

  test.each([
    ['TheTVDB’s length', {}, 7200, 'provider'],
    ['the file’s length', { duration_source: 'file' }, 7200, 'file'],
    ['another tool’s source of the length', { duration_source: 5 }, 7200, 'provider'],
    ['no length', { movie_duration: undefined }, null, null],
    ['a NULL length', { movie_duration: null }, null, null],
  ])('can have %s', async (_, more, duration, durationSource) => {
    const watches = await listed(movie, [rowOf.movie('a', 'A', more)]);

    expect(watches).toMatchObject([{ duration, durationSource }]);
  });

  test('has one group for all viewings, even without the first', async () => {
    const first = rowOf.movie('a', 'A');
    const viewings = [rowOf.rewatch(first, 1_779_000_000), rowOf.rewatch(first, 1_779_100_000)];

    const all = await listed(movie, [first, ...viewings]);
    const remaining = await listed(movie, viewings);

    expect(all.map(({ id }) => id)).toEqual([
      ...['MOVIE#a', 'MOVIE#a#1779000000', 'MOVIE#a#1779100000'],
    ]);
    expect(new Set([...all, ...remaining].map(({ group }) => group.id))).toEqual(
      new Set(['MOVIE#a']),
    );
    expect(remaining.map(({ rewatchOf }) => rewatchOf)).toEqual(['MOVIE#a', 'MOVIE#a']);
  });
});

describe.each(linkKinds.map((kind) => [kind.id, kind] as const))('a record of %s', (_, kind) => {
  test.each([
    ['known', [rowOf.group(kind, 'g', 'Name')], 'Name'],
    ['missing', [], null],
  ])('has its title, its length and a group that is %s', async (_, groups, shownName) => {
    const watches = await listed(kind, [...groups, rowOf.link(kind, 'r', 'g')]);

    expect(watches).toMatchObject([
      {
        ...{ id: `${kind.record.prefix}r`, title: 'A title', rewatchOf: null },
        ...{ duration: 600, durationSource: 'provider', group: { id: 'g', shownName } },
      },
    ]);
  });
});

test.each([
  [youtubeVideo, 'YOUTUBEVIDEO#r', { youtube_video_title: null }],
  [spotifyEpisode, 'SPOTIFYEPISODE#r', { spotify_episode_title: 7 }],
])('a record without a usable title is listed under its id', async (kind, id, more) => {
  expect(await listed(kind, [rowOf.link(kind, 'r', 'g', more)])).toMatchObject([{ id, title: id }]);
});

test('the list has the same records as the figures, with the same lengths', async () => {
  const broken = [{ timestamp: undefined }, { timestamp: 'today' }, { timestamp: -1 }];
  const odd = [{ duration_source: 7 }, { rewatch_of: 7 }, { file_name: 5 }, { tvdb_name: 5 }];
  const rows = [
    ...[{}, ...broken, ...odd, { episode_duration: 'x' }, { folder_name: null }].map(
      (more, index) => rowOf.episode('A', `${index}`, more),
    ),
    ...[{}, ...broken, ...odd, { movie_duration: -1 }].map((more, index) =>
      rowOf.movie(`${index}`, 'A', more),
    ),
    ...linkKinds.flatMap((kind) =>
      [{}, ...broken, ...odd, { [kind.record.titles[0]]: 7 }, { [kind.record.group]: null }].map(
        (more, index) => rowOf.link(kind, `${index}`, 'g', more),
      ),
    ),
  ];

  for (const kind of mediaKinds) {
    const counted = (await Array.fromAsync(readWatches(kind, readRows(rows)))).flat();
    const inList = await listed(kind, rows);

    expect(counted.length).toBeGreaterThan(1);
    expect(inList).toMatchObject(counted);
  }
});
