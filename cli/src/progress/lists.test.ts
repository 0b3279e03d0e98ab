import { describe, expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { lists } from './lists.ts';
import { nothing } from './testing/any-progress.ts';

const wide = { columns: 80, all: false };
const artwork_url = null;

const manyShows = (length: number) =>
  Array.from({ length }, (_, index) => ({
    show_id: `${index}`,
    name: `Show ${index}`,
    artwork_url,
    episodes_watched: 1,
  }));

describe('lists', () => {
  test('are left out where there is nothing in them', () => {
    expect(lists(nothing, wide, plainPaint)).toEqual([[], [], [], []]);
  });

  test('rank by counts, with shares in percent and as bars against the first', () => {
    // 1,500 in all: 80, 19.87 and 0.13 percent; 10, 2.48 and 0.02 columns.
    const youtube_channels = [
      { channel_id: 'UC1', channel_name: '日本語の森', artwork_url, videos_watched: 1200 },
      { channel_id: 'UC2', channel_name: 'もしもしゆうすけ', artwork_url, videos_watched: 298 },
      { channel_id: 'UC3', channel_name: 'あかね', artwork_url, videos_watched: 2 },
    ];

    const [, , channels] = lists({ ...nothing, youtube_channels }, wide, plainPaint);

    expect(channels).toEqual([
      '3 YouTube channels · by videos',
      '  1,200   80%  ▆▆▆▆▆▆▆▆▆▆  日本語の森',
      '    298   20%  ▆▆          もしもしゆうすけ',
      '      2   <1%  ▆           あかね',
    ]);
  });

  test('show ten entries, and how to see the others', () => {
    const [shows] = lists({ ...nothing, shows: manyShows(300) }, wide, plainPaint);

    expect(shows).toHaveLength(12);
    expect(shows?.at(-2)).toBe('  1   <1%  ▆▆▆▆▆▆▆▆▆▆  Show 9');
    expect(shows?.at(-1)).toBe('  and 290 more: immersion progress --all');
  });

  test('show all entries where these are asked for', () => {
    const [shows] = lists(
      { ...nothing, shows: manyShows(300) },
      { ...wide, all: true },
      plainPaint,
    );

    expect(shows).toHaveLength(301);
    expect(shows?.at(-1)).toBe('  1   <1%  ▆▆▆▆▆▆▆▆▆▆  Show 299');
  });

  test('need no other entries where there are ten', () => {
    const [shows] = lists({ ...nothing, shows: manyShows(10) }, wide, plainPaint);

    expect(shows?.at(-1)).toBe('  1   10%  ▆▆▆▆▆▆▆▆▆▆  Show 9');
  });
});

describe('what has no name', () => {
  test.each([null, '', ' \n'])('goes by what is known of it (%j)', (name) => {
    const progress = {
      ...nothing,
      shows: [
        { show_id: '421069', name, artwork_url, episodes_watched: 1 },
        { show_id: null, name, artwork_url, episodes_watched: 1 },
      ],
      youtube_channels: [
        { channel_id: 'UCx1', channel_name: name, artwork_url, videos_watched: 1 },
      ],
      spotify_shows: [{ show_id: '38bS', show_name: name, artwork_url, episodes_watched: 1 }],
      movies: [
        { movie_id: 'Lola rennt', name, artwork_url },
        { movie_id: '', name, artwork_url },
      ],
    };

    const names = lists(progress, wide, plainPaint).map((section) =>
      section.slice(1).map((line) => line.replace(/^.*▆/, '').trim()),
    );

    expect(names).toEqual([
      ['show 421069', 'Unknown show'],
      ['Lola rennt', 'Unknown movie'],
      ['channel UCx1'],
      ['podcast 38bS'],
    ]);
  });
});

describe('names', () => {
  const named = (name: string, columns: number) =>
    lists(
      { ...nothing, movies: [{ movie_id: 'a', name, artwork_url }] },
      { columns, all: false },
      plainPaint,
    )[1]?.[1];

  test('that are too long are cut to the columns they take', () => {
    // 38 columns beside the margin, 37 beside the ellipsis: 18 characters of 2 columns each.
    expect(named('葬'.repeat(200), 40)).toBe(`  ${'葬'.repeat(18)}…`);
    expect(named('ع'.repeat(200), 40)).toBe(`  ${'ع'.repeat(37)}…`);
    expect(named('👩‍👩‍👧'.repeat(200), 40)).toBe(`  ${'👩‍👩‍👧'.repeat(18)}…`);
  });

  test('with newlines and escape sequences stay on their line and without effect', () => {
    expect(named('one\n\u001b[2Jtwo ', 40)).toBe('  one␊␛[2Jtwo');
  });
});
