import {
  type endpoints,
  type RequestOf,
  spotifyEpisode,
  youtubeVideo,
} from '@immersion-tracker/contract';
import { seconds } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { compareKeys } from '../store/keys.ts';
import { type Row, rowOf, storeOf } from '../watches/testing/rows.ts';
import { getWatched } from './get-watched.ts';

type Query = RequestOf<typeof endpoints.getWatched>;

const noon = seconds('2026-05-20T12:00:00+12:00');

function pageOf(rows: readonly Row[], query: Query = {}) {
  const deps = { timeZone: 'Pacific/Auckland', clock: () => noon * 1000 };
  const handler = getWatched({ ...deps, store: storeOf(rows) });
  return handler({ user: 'alice', request: query, deadline: wholeDeadline() });
}

const idsOf = async (rows: readonly Row[], query: Query = {}) =>
  (await pageOf(rows, query)).watched.map(({ id }) => id);

describe('an entry', () => {
  test('has what is known of each record', async () => {
    const { watched, next } = await pageOf([
      rowOf.show('dark', {
        tvdb_id: 7,
        tvdb_name: 'Dark',
        tvdb_image: 'https://example.com/7.jpg',
      }),
      rowOf.episode('dark', 'S01E01', { timestamp: noon, episode_duration: 3000 }),
      rowOf.movie('lola', 'Lola rennt', { timestamp: noon - 1 }),
      rowOf.group(youtubeVideo, 'UC', 'Channel'),
      rowOf.link(youtubeVideo, 'v', 'UC', { timestamp: noon - 2 }),
      rowOf.link(spotifyEpisode, 'e', 'lost', { timestamp: noon - 3 }),
    ]);

    expect(next).toBeNull();
    expect(watched).toStrictEqual([
      {
        ...{ id: 'EPISODE#dark#S01E01', rewatch_of: null, kind: 'episode', title: 'S01E01' },
        ...{ group_id: '7', group: 'Dark', artwork_url: 'https://example.com/7.jpg' },
        ...{ watched_at: noon, duration: 3000, duration_source: 'file' },
      },
      {
        ...{ id: 'MOVIE#lola', rewatch_of: null, kind: 'movie', title: 'Lola rennt' },
        ...{ group_id: 'MOVIE#lola', group: null, artwork_url: 'https://example.com/lola.jpg' },
        ...{ watched_at: noon - 1, duration: 7200, duration_source: 'provider' },
      },
      {
        ...{ id: 'YOUTUBEVIDEO#v', rewatch_of: null, kind: 'youtube_video', title: 'A title' },
        ...{ group_id: 'UC', group: 'Channel', artwork_url: null },
        ...{ watched_at: noon - 2, duration: 600, duration_source: 'provider' },
      },
      {
        ...{ id: 'SPOTIFYEPISODE#e', rewatch_of: null, kind: 'spotify_episode', title: 'A title' },
        ...{ group_id: 'lost', group: null, artwork_url: null },
        ...{ watched_at: noon - 3, duration: 600, duration_source: 'provider' },
      },
    ]);
  });

  test('of a rewatch names the first viewing, also if that was removed', async () => {
    const rewatch = rowOf.rewatch(rowOf.episode('dark', '1'), noon);

    const { watched } = await pageOf([rewatch]);

    expect(watched).toMatchObject([
      { id: `EPISODE#dark#1#${noon}`, rewatch_of: 'EPISODE#dark#1', title: '1', watched_at: noon },
    ]);
  });
});

describe('pages', () => {
  test('have the latest first, of the same second the greatest id, up to the future', async () => {
    const rows = [
      rowOf.episode('A', '1', { timestamp: noon }),
      rowOf.movie('a', 'A', { timestamp: noon }),
      rowOf.episode('A', '2', { timestamp: noon }),
      rowOf.link(youtubeVideo, 'v', 'c', { timestamp: noon - 1 }),
      rowOf.episode('A', '3', { timestamp: noon + 86_400 }),
    ];

    expect(await idsOf(rows)).toEqual([
      ...['EPISODE#A#3', 'MOVIE#a', 'EPISODE#A#2', 'EPISODE#A#1', 'YOUTUBEVIDEO#v'],
    ]);
  });

  test('have 50 records unless the query says otherwise', async () => {
    const rows = Array.from({ length: 51 }, (_, index) => rowOf.episode('A', `${index}`));

    expect(await idsOf(rows)).toHaveLength(50);
    expect(await idsOf(rows, { limit: 51 })).toHaveLength(51);
  });

  test('end with a null, also if the last page is full', async () => {
    const rows = [rowOf.episode('A', '1'), rowOf.episode('A', '2')];

    expect((await pageOf(rows, { limit: 2 })).next).toBeNull();
    expect(await pageOf([])).toEqual({ watched: [], next: null });
  });

  test('end after a position whose record was removed in the meantime', async () => {
    const rows = ['1', '2', '3'].map((file) => rowOf.episode('A', file));
    const { next } = await pageOf(rows, { limit: 2 });

    expect(await idsOf(rows.slice(0, 1), { before: `${next}` })).toEqual(['EPISODE#A#1']);
  });

  test('show every record that exists throughout exactly once, in order', async () => {
    // Few times, so that many records have the same.
    const record = fc.record({
      timestamp: fc.nat({ max: 5 }),
      kind: fc.constantFrom('episode', 'movie', 'video'),
    });
    const records = fc.array(record, { maxLength: 30 });
    const limits = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

    await fc.assert(
      fc.asyncProperty(records, records, limits, async (first, later, sizes) => {
        const made = [...first, ...later].map(({ kind, timestamp }, index) => {
          if (kind === 'episode') return rowOf.episode('A', `${index}`, { timestamp });
          if (kind === 'movie') return rowOf.movie(`${index}`, 'A', { timestamp });
          return rowOf.link(youtubeVideo, `${index}`, 'c', { timestamp });
        });
        const rows = made.slice(0, first.length);
        const toAdd = made.slice(first.length);

        const seen: { id: string; watched_at: number }[] = [];
        let next: string | null = '';
        for (let page = 0; next !== null; page += 1) {
          const limit = sizes[page % sizes.length] ?? 1;
          const answer = await pageOf(rows, next === '' ? { limit } : { limit, before: next });
          expect(answer.watched.length).toBeLessThanOrEqual(limit);
          seen.push(...answer.watched);
          expect(seen.length).toBeLessThanOrEqual(made.length);
          next = answer.next;
          rows.push(...toAdd.splice(0, 2));
        }

        const ids = seen.map(({ id }) => id);
        const expected = made.slice(0, first.length).map(({ sk }) => sk);
        expect(ids.filter((id) => expected.includes(id)).sort()).toEqual(expected.sort());
        expect(new Set(ids).size).toBe(ids.length);
        const inOrder = seen.toSorted(
          (a, b) => b.watched_at - a.watched_at || compareKeys(b.id, a.id),
        );
        expect(seen).toEqual(inOrder);
      }),
    );
  });
});

describe('the filter', () => {
  const rows = [
    rowOf.show('dark', { tvdb_id: 7, tvdb_name: 'Dark', tvdb_average_runtime: 3000 }),
    rowOf.show('dark 2', { tvdb_id: 7, tvdb_name: 'Dark', tvdb_average_runtime: 3000 }),
    rowOf.show('Café ガガ'),
    rowOf.episode('dark', 'S01E01', { timestamp: seconds('2026-05-19T00:00:00+12:00') }),
    rowOf.episode('dark 2', 'S02E01', { timestamp: seconds('2026-05-19T23:59:59+12:00') }),
    rowOf.episode('Café ガガ', 'S01E01', { timestamp: seconds('2026-05-20T00:00:00+12:00') }),
    rowOf.movie('lola', 'Lola rennt', { timestamp: noon }),
    rowOf.rewatch(rowOf.movie('lola', 'Lola rennt'), noon + 1),
    rowOf.link(youtubeVideo, 'v', 'UC', { timestamp: noon + 2 }),
  ];
  const [DARK, DARK_2, CAFE] = [
    'EPISODE#dark#S01E01',
    'EPISODE#dark 2#S02E01',
    'EPISODE#Café ガガ#S01E01',
  ];
  const [LOLA, AGAIN, VIDEO] = ['MOVIE#lola', `MOVIE#lola#${noon + 1}`, 'YOUTUBEVIDEO#v'];

  test.each<[Query, (string | undefined)[]]>([
    [{ day: '2026-05-19' }, [DARK_2, DARK]],
    [{ day: '2026-05-20' }, [VIDEO, AGAIN, LOLA, CAFE]],
    [{ day: '2026-05-21' }, []],
    [{ kind: 'movie' }, [AGAIN, LOLA]],
    [{ kind: 'spotify_episode' }, []],
    [{ group_id: '7' }, [DARK_2, DARK]],
    [{ group_id: 'SHOW#Café ガガ' }, [CAFE]],
    [{ group_id: 'SHOW#dark' }, []],
    [{ group_id: 'MOVIE#lola' }, [AGAIN, LOLA]],
    [{ group_id: 'UC' }, [VIDEO]],
    [{ guessed: 'true' }, [CAFE]],
    [{ guessed: 'false' }, [VIDEO, AGAIN, LOLA, CAFE, DARK_2, DARK]],
    [{ query: 'DÁRK' }, [DARK_2, DARK]],
    [{ query: 's01 dark' }, [DARK]],
    [{ query: 'がが　cafe' }, [CAFE]],
    [{ query: 'かか' }, []],
    [{ query: 'rennt ｌｏｌａ' }, [AGAIN, LOLA]],
    [{ query: 'dark lola' }, []],
    [{ query: ' ' }, [VIDEO, AGAIN, LOLA, CAFE, DARK_2, DARK]],
    [{ day: '2026-05-19', kind: 'movie' }, []],
    [{ day: '2026-05-20', kind: 'episode', guessed: 'true', query: 's01' }, [CAFE]],
    [{ group_id: '7', query: 's02', limit: 1 }, [DARK_2]],
  ])('%j', async (query, ids) => {
    expect(await idsOf(rows, query)).toEqual(ids);
  });

  test('is what all its parts have in common', async () => {
    const part = <K extends keyof Query>(name: K, ...values: Query[K][]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined }).map((value) => ({ [name]: value }));
    const parts = fc.tuple(
      part('day', '2026-05-19', '2026-05-20'),
      part('kind', 'episode', 'movie'),
      part('group_id', '7', 'MOVIE#lola', 'SHOW#Café ガガ'),
      part('guessed', 'true'),
      part('query', 'dark', 's01', 'lola rennt'),
    );
    await fc.assert(
      fc.asyncProperty(parts, async (filters) => {
        const found = await idsOf(rows, Object.assign({}, ...filters));
        const alone = await Promise.all(filters.map((filter) => idsOf(rows, filter)));

        const all = await idsOf(rows);
        expect(found).toEqual(all.filter((id) => alone.every((ids) => ids.includes(id))));
      }),
      { numRuns: 50 },
    );
  });

  test('applies to all pages', async () => {
    const { watched, next } = await pageOf(rows, { kind: 'episode', limit: 2 });
    const rest = await idsOf(rows, { kind: 'episode', limit: 2, before: `${next}` });

    expect([...watched.map(({ id }) => id), ...rest]).toEqual([CAFE, DARK_2, DARK]);
  });

  test('of a day follows the settings of the user', async () => {
    const settings = { pk: 'USER#alice', sk: 'SETTINGS', user: 'alice' };
    const late = { ...settings, day_starts_at_hour: 4 };
    // Midnight of 20 May in Auckland is 2 p.m. of 19 May in Berlin.
    const berlin = { ...settings, time_zone: 'Europe/Berlin' };

    expect(await idsOf([...rows, late], { day: '2026-05-19' })).toEqual([CAFE, DARK_2]);
    expect(await idsOf([...rows, berlin], { day: '2026-05-19' })).toEqual([CAFE, DARK_2]);
  });
});

test.each([
  [{ before: 'nonsense' }, /^before: /],
  [{ day: '2026-02-30' }, /^day: /],
])('%j is a 400', async (query, message) => {
  const failure = await failureOf(pageOf([], query));

  expect(failure).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(failure.message).toMatch(message);
});
