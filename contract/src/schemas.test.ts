import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { mediaKinds } from './media/kinds.ts';
import { syncEndpoint } from './media/sync.ts';
import { anyCharacter } from './testing/any-character.ts';

const { syncEpisodes, syncMovies, syncYoutube, syncSpotify, updateShow, lookup, rewatch } =
  endpoints;

/** Endpoints that take a `source`, each with a request whose list is empty. */
const withSource: [string, Endpoint, object][] = [
  ...mediaKinds.map((kind): [string, Endpoint, object] => {
    return [kind.sync.path, syncEndpoint(kind), { [kind.sync.list]: [] }];
  }),
  ['/rewatch', rewatch, { ids: [] }],
];

/** Each problem as its path and message. */
const problemsOf = (schema: z.ZodType, body: unknown) =>
  (schema.safeParse(body).error?.issues ?? []).map(
    ({ path, message }) => `${z.core.toDotPath(path)}: ${message}`,
  );

describe('a request', () => {
  test.each([...withSource, ['/lookup', lookup, { ids: [] }]] as const)(
    'to %s can have an empty list, but must have the list',
    (_, { request }, body) => {
      expect(request.parse(body)).toEqual(body);
      expect(request.safeParse({}).success).toBe(false);
      expect(request.safeParse([]).success).toBe(false);
      expect(request.safeParse(undefined).success).toBe(false);
    },
  );

  describe.each(withSource)('to %s', (_, { request }, body) => {
    test.each(['a', 'x'.repeat(64), 'ü'.repeat(32), '😀'.repeat(16)])(
      'can have the source %s',
      (source) => {
        expect(request.parse({ ...body, source })).toEqual({ ...body, source });
      },
    );

    test.each([
      ['', 'must not be empty'],
      ['x'.repeat(65), 'must be at most 64 bytes of UTF-8'],
      [`${'ü'.repeat(32)}x`, 'must be at most 64 bytes of UTF-8'],
      ['a\ud83d', 'must be well-formed Unicode'],
    ])('cannot have the source %j', (source, problem) => {
      expect(problemsOf(request, { ...body, source })).toEqual([`source: ${problem}`]);
    });
  });

  test('is accepted without its unknown fields', () => {
    const body = { episodes: [{ folder_name: 'a', file_name: 'b', size: 1 }], client: 'x' };

    expect(syncEpisodes.request.parse(body)).toEqual({
      episodes: [{ folder_name: 'a', file_name: 'b' }],
    });
  });

  test('keeps every name and id exactly as sent', () => {
    const text = fc.string({ unit: anyCharacter, minLength: 1 });
    fc.assert(
      fc.property(text, text, (first, second) => {
        const episodes = { episodes: [{ folder_name: first, file_name: second }] };
        const ids = { video_ids: [first, second] };

        expect(syncEpisodes.request.parse(episodes)).toEqual(episodes);
        expect(syncYoutube.request.parse(ids)).toEqual(ids);
      }),
    );
  });

  test.each([
    [
      'an empty file name',
      syncEpisodes,
      {
        episodes: [
          { folder_name: 'a', file_name: 'b' },
          { folder_name: 'a', file_name: '' },
        ],
      },
      'episodes[1].file_name: must not be empty',
    ],
    [
      'half a surrogate pair',
      syncYoutube,
      { video_ids: ['a\ud83d'] },
      'video_ids[0]: must be well-formed Unicode',
    ],
    ['an empty id', syncSpotify, { episode_ids: [''] }, 'episode_ids[0]: must not be empty'],
    ['an empty record id', lookup, { ids: ['a', ''] }, 'ids[1]: must not be empty'],
    [
      'a time in milliseconds',
      rewatch,
      { ids: [], watched_at: 1_795_737_600_000 },
      'watched_at: must be epoch seconds, not milliseconds',
    ],
    [
      'a time after the year 2099',
      rewatch,
      { ids: [], watched_at: 4_102_444_800 },
      'watched_at: must be before the year 2100',
    ],
    [
      'a time before 1970',
      rewatch,
      { ids: [], watched_at: -1 },
      'watched_at: must not be negative',
    ],
    [
      'a time with a fraction of a second',
      rewatch,
      { ids: [], watched_at: 0.5 },
      'watched_at: must be whole epoch seconds',
    ],
    ['an id of 0', updateShow, { folder_name: 'a', tvdb_id: 0 }, 'tvdb_id: must be above 0'],
    [
      'a fractional id',
      syncMovies,
      { movies: [{ file_name: 'a', tvdb_id: 1.5 }] },
      'movies[0].tvdb_id: must be a whole number',
    ],
    [
      'an id in quotes',
      updateShow,
      { folder_name: 'a', tvdb_id: '1' },
      'tvdb_id: must be a whole number',
    ],
  ])('with %s is refused with the path of the problem', (_, { request }, body, problem) => {
    expect(problemsOf(request, body)).toEqual([problem]);
  });

  test.each([{ folder_name: null }, { folder_name: 1 }, {}])(
    'with a name that is not a string (%j) is refused',
    (body) => {
      const [problem] = problemsOf(updateShow.request, { tvdb_id: 1, ...body });

      expect(problem).toMatch(/^folder_name: /);
    },
  );

  test('to a GET endpoint must not have a body', () => {
    expect(endpoints.getProgress.request.safeParse(undefined).success).toBe(true);
    expect(endpoints.getShows.request.safeParse({}).success).toBe(false);
  });
});

test('records that are nested too deeply to be written as JSON are refused', () => {
  const { response } = endpoints.listRecords;
  const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  const page = (depth: number) => ({ records: [{ sk: 'MOVIE#a', x: nested(depth) }], next: null });

  expect(problemsOf(response, page(67))).toEqual([]);
  expect(problemsOf(response, page(100_000))).toEqual([
    'records[0]: must not nest objects and lists more than 68 levels deep',
  ]);
});

test('a page with more records than it may have is refused', () => {
  const { response } = endpoints.listRecords;
  const page = (count: number) => ({ records: Array(count).fill({ sk: 'MOVIE#a' }), next: null });

  expect(response.safeParse(page(1000)).success).toBe(true);
  expect(response.safeParse(page(1001)).success).toBe(false);
});
