import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections, type Entry, KINDS, type Kind } from './collections.ts';
import type { Progress } from './progress.ts';
import { progressWith } from './testing/samples.ts';

type Rows<List extends 'shows' | 'movies' | 'youtube_channels' | 'spotify_shows'> =
  Progress[List][number];

const show = (told: Partial<Rows<'shows'>> = {}): Rows<'shows'> => ({
  show_id: '81189',
  name: 'Breaking Bad',
  artwork_url: null,
  episodes_watched: 1,
  ...told,
});
const movie = (told: Partial<Rows<'movies'>> = {}): Rows<'movies'> => ({
  movie_id: 'up.2009',
  name: 'Up',
  artwork_url: null,
  ...told,
});
const channel = (told: Partial<Rows<'youtube_channels'>> = {}): Rows<'youtube_channels'> => ({
  channel_id: 'UCx1',
  channel_name: 'Kurzgesagt',
  artwork_url: null,
  videos_watched: 1,
  ...told,
});
const podcast = (told: Partial<Rows<'spotify_shows'>> = {}): Rows<'spotify_shows'> => ({
  show_id: '38bS',
  show_name: 'News in Slow Spanish',
  artwork_url: null,
  episodes_watched: 1,
  ...told,
});

/** Progress with one entry of each kind, in the order in which they are shown. */
const oneOfEach = (artwork_url: string | null, id: string) =>
  progressWith({
    shows: [show({ artwork_url, show_id: id })],
    movies: [movie({ artwork_url, movie_id: id })],
    youtube_channels: [channel({ artwork_url, channel_id: id })],
    spotify_shows: [podcast({ artwork_url, show_id: id })],
  });

function entriesOf(kind: Kind, progress: Progress): readonly Entry[] | undefined {
  return collections(progress).find((collection) => collection.kind === kind)?.entries;
}

test('shows, films, channels and podcasts come in this order, each with its own counts', () => {
  const progress = progressWith({
    total_episodes_watched: 1,
    episodes_watched_today: 2,
    total_movies_watched: 3,
    movies_watched_today: 4,
    youtube_videos_watched: 5,
    youtube_videos_watched_today: 6,
    spotify_episodes_watched: 7,
    spotify_episodes_watched_today: 8,
  });

  expect(collections(progress)).toEqual([
    { kind: 'shows', watched: 1, watchedToday: 2, entries: [] },
    { kind: 'movies', watched: 3, watchedToday: 4, entries: [] },
    { kind: 'channels', watched: 5, watchedToday: 6, entries: [] },
    { kind: 'podcasts', watched: 7, watchedToday: 8, entries: [] },
  ]);
  expect(KINDS).toEqual(['shows', 'movies', 'channels', 'podcasts']);
});

test('each kind says of an entry what there is to say', () => {
  const progress = progressWith({
    total_episodes_watched: 40,
    shows: [show({ artwork_url: 'https://a.example/1.jpg', episodes_watched: 10 })],
    total_movies_watched: 1,
    movies: [movie({ artwork_url: 'https://a.example/2.jpg' })],
    youtube_videos_watched: 8,
    youtube_channels: [channel({ artwork_url: 'https://a.example/3.jpg', videos_watched: 4 })],
    spotify_episodes_watched: 5,
    spotify_shows: [podcast({ artwork_url: 'https://a.example/4.jpg', episodes_watched: 5 })],
  });

  const all = collections(progress).map(({ entries }) => entries);

  const common = { key: expect.any(String), nameless: false, note: undefined };
  expect(all).toEqual([
    [
      {
        ...common,
        name: 'Breaking Bad',
        artworkUrl: 'https://a.example/1.jpg',
        link: 'https://thetvdb.com/dereferrer/series/81189',
        count: 10,
        share: 0.25,
      },
    ],
    [
      {
        ...common,
        name: 'Up',
        note: 'up.2009',
        artworkUrl: 'https://a.example/2.jpg',
        link: undefined,
        count: undefined,
        share: undefined,
      },
    ],
    [
      {
        ...common,
        name: 'Kurzgesagt',
        artworkUrl: 'https://a.example/3.jpg',
        link: 'https://www.youtube.com/channel/UCx1',
        count: 4,
        share: 0.5,
      },
    ],
    [
      {
        ...common,
        name: 'News in Slow Spanish',
        artworkUrl: 'https://a.example/4.jpg',
        link: 'https://open.spotify.com/show/38bS',
        count: 5,
        share: 1,
      },
    ],
  ]);
});

describe('names', () => {
  test.each([
    ['a show without a name', { name: null }, 'Show 81189', true, undefined],
    ['a show with a blank name', { name: ' \u3000' }, 'Show 81189', true, undefined],
    ['a show with an empty name', { name: '' }, 'Show 81189', true, undefined],
    [
      'a folder that is no show yet',
      { show_id: null, name: 'breaking.bad' },
      'breaking.bad',
      false,
      'Not yet matched with TheTVDB',
    ],
    [
      'episodes without any folder',
      { show_id: null, name: null },
      'Episodes without a show',
      true,
      undefined,
    ],
  ])('%s goes by what is known', (_, told, name, nameless, note) => {
    const progress = progressWith({ shows: [show(told)] });

    const entries = entriesOf('shows', progress);

    expect(entries).toMatchObject([{ name, nameless, note }]);
  });

  test.each([
    ['without a name goes by its file, once', { name: null }, 'up.2009', true, undefined],
    ['with a blank name goes by its file, once', { name: ' ' }, 'up.2009', true, undefined],
    ['named as its file says so once', { name: 'up.2009' }, 'up.2009', false, undefined],
    ['named otherwise says both', { name: 'Up' }, 'Up', false, 'up.2009'],
  ])('a film %s', (_, told, name, nameless, note) => {
    const progress = progressWith({ movies: [movie(told)] });

    const entries = entriesOf('movies', progress);

    expect(entries).toMatchObject([{ name, nameless, note }]);
  });

  test.each([null, '', ' ', '\t\u00a0\u3000'])(
    'a channel and a podcast named %j go by their ids',
    (blank) => {
      const progress = progressWith({
        youtube_channels: [channel({ channel_name: blank })],
        spotify_shows: [podcast({ show_name: blank })],
      });

      const entries = [entriesOf('channels', progress), entriesOf('podcasts', progress)];

      expect(entries).toMatchObject([
        [{ name: 'Channel UCx1', nameless: true, note: undefined }],
        [{ name: 'Podcast 38bS', nameless: true, note: undefined }],
      ]);
    },
  );

  test('a name is shown just as its source writes it', () => {
    const progress = progressWith({ shows: [show({ name: ' 進撃の巨人 <b>& co</b> ' })] });

    const entries = entriesOf('shows', progress);

    expect(entries).toMatchObject([{ name: ' 進撃の巨人 <b>& co</b> ', nameless: false }]);
  });
});

describe('artwork', () => {
  test.each([
    'https://artworks.thetvdb.com/banners/a.jpg?b=c#d',
    'HTTPS://I.YTIMG.COM/A.JPG',
    'data:image/svg+xml,%3Csvg%3E%3C/svg%3E',
    'data:image/png;base64,AAAA',
  ])('of every kind is shown from %s', (url) => {
    const shown = collections(oneOfEach(url, '1')).map(({ entries }) => entries);

    const entry = expect.objectContaining({ artworkUrl: url });
    expect(shown).toEqual([[entry], [entry], [entry], [entry]]);
  });

  test.each([
    null,
    '',
    'http://artworks.thetvdb.com/a.jpg',
    'ftp://example.com/a.jpg',
    'file:///etc/a.jpg',
    'blob:https://example.com/1',
    'javascript:alert(1)',
    ' javascript:alert(1)//https://example.com',
    'data:text/html,<img src="data:image/png">',
    '//example.com/a.jpg',
    '/a.jpg',
    'a.jpg',
  ])('of no kind is asked for at %j', (url) => {
    const shown = collections(oneOfEach(url, '1')).map(({ entries }) => entries);

    const entry = expect.objectContaining({ artworkUrl: undefined });
    expect(shown).toEqual([[entry], [entry], [entry], [entry]]);
  });
});

describe('links', () => {
  test.each([
    ['a/b?c=d#e f', 'a%2Fb%3Fc%3Dd%23e%20f'],
    ['../../login', '..%2F..%2Flogin'],
    ['"><script>', '%22%3E%3Cscript%3E'],
    ['@evil.example', '%40evil.example'],
    ['ü', '%C3%BC'],
    ['100%', '100%25'],
  ])('of the id %s stay on the page of their source', (id, encoded) => {
    const links = collections(oneOfEach(null, id)).map(({ entries }) => entries[0]?.link);

    expect(links).toEqual([
      `https://thetvdb.com/dereferrer/series/${encoded}`,
      undefined,
      `https://www.youtube.com/channel/${encoded}`,
      `https://open.spotify.com/show/${encoded}`,
    ]);
  });

  test('a show that TheTVDB has not been asked for has none', () => {
    const progress = progressWith({ shows: [show({ show_id: null })] });

    const entries = entriesOf('shows', progress);

    expect(entries).toMatchObject([{ name: 'Breaking Bad', link: undefined }]);
  });
});

describe('shares', () => {
  const counted = (counts: readonly number[]) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return progressWith({
      total_episodes_watched: total,
      shows: counts.map((episodes_watched, id) => show({ show_id: `${id}`, episodes_watched })),
      youtube_videos_watched: total,
      youtube_channels: counts.map((videos_watched, id) =>
        channel({ channel_id: `${id}`, videos_watched }),
      ),
      spotify_episodes_watched: total,
      spotify_shows: counts.map((episodes_watched, id) =>
        podcast({ show_id: `${id}`, episodes_watched }),
      ),
    });
  };

  test('of each kind add up to the whole, each between none and all', () => {
    const counts = fc.array(fc.nat({ max: 100_000 }), { minLength: 1 }).filter((list) => {
      return list.some((count) => count > 0);
    });

    fc.assert(
      fc.property(counts, fc.constantFrom<Kind>('shows', 'channels', 'podcasts'), (list, kind) => {
        const entries = entriesOf(kind, counted(list)) ?? [];

        const shares = entries.map(({ share }) => share ?? Number.NaN);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...shares)).toBeLessThanOrEqual(1);
        expect(entries.map(({ count }) => count)).toEqual(list);
      }),
    );
  });

  test.each<Kind>(['shows', 'channels', 'podcasts'])(
    'of %s are none where nothing was watched',
    (kind) => {
      const entries = entriesOf(kind, counted([0, 0]));

      expect(entries).toMatchObject([
        { count: 0, share: 0 },
        { count: 0, share: 0 },
      ]);
    },
  );
});

test('entries of each kind stay in the order of the tracker', () => {
  const ids = ['b', 'C', 'a', '10', '9'];
  const progress = progressWith({
    shows: ids.map((id) => show({ name: id })),
    movies: ids.map((id) => movie({ name: id })),
    youtube_channels: ids.map((id) => channel({ channel_name: id })),
    spotify_shows: ids.map((id) => podcast({ show_name: id })),
  });

  const names = collections(progress).map(({ entries }) => entries.map(({ name }) => name));

  expect(names).toEqual([ids, ids, ids, ids]);
});

test('no two shows are taken for one, whatever their folders are called', () => {
  const progress = progressWith({
    shows: [
      show({ show_id: '1' }),
      show({ show_id: '2' }),
      show({ show_id: null, name: '1' }),
      show({ show_id: null, name: 'show 1' }),
      show({ show_id: null, name: 'folder 1' }),
      show({ show_id: null, name: '' }),
      show({ show_id: null, name: 'null' }),
      show({ show_id: null, name: null }),
    ],
  });

  const keys = new Set(entriesOf('shows', progress)?.map(({ key }) => key));

  expect(keys.size).toBe(8);
});
