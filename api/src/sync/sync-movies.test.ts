import type { endpoints, RequestOf } from '@immersion-tracker/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endingWith } from '../kernel/deadline.ts';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { providerError } from '../providers/provider-error.ts';
import type { TvdbClient } from '../providers/tvdb/client.ts';
import type { TvdbMovie } from '../providers/tvdb/metadata.ts';
import { allItems, stores } from '../records/testing/stores.ts';
import { movieItem } from '../store/items.ts';
import type { Store } from '../store/store.ts';
import type { Subject } from '../store/testing/conformance/subject.ts';
import { insertRewatch } from '../store/testing/insert-rewatch.ts';
import { openMemoryStore } from '../store/testing/memory-store.ts';
import { syncMovies } from './sync-movies.ts';

type Movie = RequestOf<typeof endpoints.syncMovies>['movies'][number];

let store: Store;
let now: number;
/** The movies that TheTVDB knows, and the ids of all look-ups. */
let known: Map<number, TvdbMovie | Error>;
let asked: number[];

const recordOf = (id: number): TvdbMovie => ({
  ...{ name: `Movie ${id}`, image: `https://example.com/${id}.jpg`, runtimeSeconds: id * 60 },
});

beforeEach(() => {
  store = openMemoryStore();
  now = 1_780_000_000_999;
  known = new Map([90, 120, 150].map((id) => [id, recordOf(id)]));
  asked = [];
});

afterEach(() => store.close());

const tvdb: TvdbClient = {
  async movie(id) {
    asked.push(id);
    const found = known.get(id);
    if (found instanceof Error) throw found;
    return found;
  },
  series() {
    throw new Error('unexpected look-up of a series');
  },
};

function sync(movies: Movie[], user = 'alice', through = store) {
  const handler = syncMovies({ store: through, tvdb, clock: () => now });
  return handler({ user, request: { movies }, deadline: wholeDeadline() });
}

async function moviesOf(user = 'alice') {
  const movies = [];
  const pages = store.read(`USER#${user}`, 'MOVIE#', movieItem, wholeDeadline().signal);
  for await (const page of pages) movies.push(...page);
  return movies;
}

const movie = (file_name: string, tvdb_id: number): Movie => ({ file_name, tvdb_id });

test('a look-up ends together with the request', async () => {
  const caller = new AbortController();
  let isOver = false;
  const slow: TvdbClient = {
    ...tvdb,
    async movie(_, { signal }) {
      caller.abort();
      isOver = signal.aborted;
      throw providerError('TheTVDB', 'did not answer');
    },
  };
  const deadline = endingWith(wholeDeadline(), caller.signal);

  const handler = syncMovies({ store, tvdb: slow, clock: () => now });
  await failureOf(handler({ user: 'alice', request: { movies: [movie('a', 120)] }, deadline }));

  expect(isOver).toBe(true);
});

describe.each(stores)('in %s, exactly these attributes are stored', (_, open) => {
  let subject: Subject;

  beforeEach(() => {
    subject = open();
  });

  afterEach(() => subject.close());

  const theTvdb = {
    tvdb_id: 120,
    tvdb_name: 'Movie 120',
    tvdb_image: 'https://example.com/120.jpg',
  };

  test('of a new movie, with the metadata of its TheTVDB id', async () => {
    const { user, pk } = subject;

    const answer = await sync([movie('movie_name', 120)], user, subject.store);

    expect(answer).toEqual({ movies_added: 1 });
    expect(await allItems(subject)).toStrictEqual([
      {
        ...{ pk, sk: 'MOVIE#movie_name', user, file_name: 'movie_name' },
        ...{ ...theTvdb, movie_duration: 7200, timestamp: 1_780_000_000 },
      },
    ]);
  });

  test('of a movie that was sent with its time and length, which TheTVDB need not know', async () => {
    const { user, pk } = subject;
    known.set(120, { ...recordOf(120), runtimeSeconds: undefined });
    const sent = { ...movie('a', 120), watched_at: 1_600_000_000, duration: 5431 };

    await sync([sent], user, subject.store);

    expect(await allItems(subject)).toStrictEqual([
      {
        ...{ pk, sk: 'MOVIE#a', user, file_name: 'a', ...theTvdb },
        ...{ movie_duration: 5431, duration_source: 'file', timestamp: 1_600_000_000 },
      },
    ]);
  });
});

describe('look-ups', () => {
  test('are one per id, even if several files have it', async () => {
    const answer = await sync([movie('part 1', 120), movie('part 2', 120), movie('other', 90)]);

    expect(answer).toEqual({ movies_added: 3 });
    expect(asked.toSorted((a, b) => a - b)).toEqual([90, 120]);
    expect((await moviesOf()).map(({ sk, tvdb_name }) => [sk, tvdb_name])).toEqual([
      ['MOVIE#other', 'Movie 90'],
      ['MOVIE#part 1', 'Movie 120'],
      ['MOVIE#part 2', 'Movie 120'],
    ]);
  });

  test('are only for new movies, and known ones keep their time', async () => {
    await sync([movie('a', 90), movie('b', 120)]);
    asked = [];
    now += 60_000;

    const answer = await sync([movie('a', 90), movie('b', 120), movie('c', 150)]);

    expect(answer).toEqual({ movies_added: 1 });
    expect(asked).toEqual([150]);
    expect((await moviesOf()).map(({ timestamp }) => timestamp)).toEqual([
      ...[1_780_000_000, 1_780_000_000, 1_780_000_060],
    ]);
  });

  test('are not made for a known file with another id, and it keeps its own', async () => {
    await sync([movie('a', 90)]);
    asked = [];

    const answer = await sync([movie('a', 120)]);

    expect(answer).toEqual({ movies_added: 0 });
    expect(asked).toEqual([]);
    expect(await moviesOf()).toMatchObject([{ tvdb_id: 90 }]);
  });

  test('are not made for an empty list', async () => {
    expect(await sync([])).toEqual({ movies_added: 0 });
    expect(asked).toEqual([]);
  });
});

test('a movie that is listed twice is added once', async () => {
  expect(await sync([movie('a', 90), movie('a', 90)])).toEqual({ movies_added: 1 });
  expect(asked).toEqual([90]);
});

test('if a file is listed with two ids, the last one counts', async () => {
  const answer = await sync([movie('a', 90), movie('b', 150), movie('a', 120)]);

  expect(answer).toEqual({ movies_added: 2 });
  expect(asked.toSorted((a, b) => a - b)).toEqual([120, 150]);
  expect(await moviesOf()).toMatchObject([
    { file_name: 'a', tvdb_id: 120, tvdb_name: 'Movie 120', movie_duration: 7200 },
    { file_name: 'b', tvdb_id: 150 },
  ]);
});

test('the source of a request is stored only with the records that it adds', async () => {
  await sync([movie('a', 90)]);
  const handler = syncMovies({ store, tvdb, clock: () => now });

  const body = { movies: [movie('a', 90), movie('b', 120)], source: 'run 2' };
  await handler({ user: 'alice', request: body, deadline: wholeDeadline() });

  const sources = (await moviesOf()).map(({ sk, source }) => [sk, source]);
  expect(sources).toEqual([
    ['MOVIE#a', undefined],
    ['MOVIE#b', 'run 2'],
  ]);
});

describe('a movie with the same key as a rewatch', () => {
  const watchAgain = (through = store) =>
    insertRewatch(through, 'USER#alice', 'MOVIE#a', 'MOVIE#a#1730000000');

  test('is refused with both names, and nothing is looked up or written', async () => {
    await sync([movie('a', 90)]);
    await watchAgain();
    const before = await moviesOf();
    asked = [];

    const failure = await failureOf(sync([movie('b', 120), movie('a#1730000000', 90)]));

    expect(failure.body()).toEqual({
      code: 'conflict',
      message:
        'file "a#1730000000" has the same key as the rewatch of file "a"; rename the file without "#"',
    });
    expect(asked).toEqual([]);
    expect(await moviesOf()).toEqual(before);
  });

  test('is refused if the rewatch is added during the request', async () => {
    await sync([movie('a', 90)]);
    const whole = store;
    store = {
      ...whole,
      async insertIfAbsent(...args) {
        await watchAgain(whole);
        return whole.insertIfAbsent(...args);
      },
    };

    const failure = await failureOf(sync([movie('a#1730000000', 90)]));

    expect(failure.code).toBe('conflict');
  });
});

test('a known movie can have "#" in its name', async () => {
  await sync([movie('a#1', 90)]);

  expect(await sync([movie('a#1', 90)])).toEqual({ movies_added: 0 });
});

test('each user has their own movies', async () => {
  await sync([movie('a', 90)]);

  expect(await sync([movie('a', 90)], 'bob')).toEqual({ movies_added: 1 });
  expect(await moviesOf('bob')).toMatchObject([{ pk: 'USER#bob', user: 'bob' }]);
});

test('concurrent syncs add each movie once', async () => {
  const movies = [movie('a', 90), movie('b', 120)];

  const answers = await Promise.all(Array.from({ length: 8 }, () => sync(movies)));

  expect(answers.reduce((sum, { movies_added }) => sum + movies_added, 0)).toBe(2);
});

describe('a request is refused, and nothing written,', () => {
  test('if TheTVDB does not know some ids, and all of them are listed once', async () => {
    const failure = await failureOf(
      sync([movie('a', 90), movie('b', 404), movie('c', 405), movie('d', 404)]),
    );

    expect(failure).toMatchObject({ status: 422, code: 'unknown_ids', ids: [404, 405] });
    expect(failure.message).toContain('TheTVDB does not know these movie ids');
    expect(await moviesOf()).toEqual([]);
  });

  test('if TheTVDB fails for one of them', async () => {
    const broken = providerError('TheTVDB', 'failed with status 500');
    known.set(150, broken);

    const failure = await failureOf(sync([movie('a', 90), movie('b', 120), movie('c', 150)]));

    expect(failure).toBe(broken);
    expect(await moviesOf()).toEqual([]);
  });

  test('if neither the request nor TheTVDB says how long one of them is', async () => {
    known.set(150, { ...recordOf(150), runtimeSeconds: undefined });
    const measured = { ...movie('c', 150), duration: 5431 };

    const failure = await failureOf(sync([movie('a', 90), movie('b', 150), measured]));

    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: 'TheTVDB has no runtime for movie 150; add it at thetvdb.com, or use another id.',
    });
    expect(await moviesOf()).toEqual([]);
  });

  test('if a time is more than five minutes in the future, without a look-up', async () => {
    const late = { ...movie('b', 120), watched_at: 1_780_000_301 };

    const failure = await failureOf(sync([movie('a', 90), late]));

    expect(failure).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(failure.message).toMatch(/^movies\[1\]\.watched_at: is 301 seconds in the future/);
    expect(asked).toEqual([]);
    expect(await moviesOf()).toEqual([]);
  });

  test('if a name is too long for a key, without a look-up', async () => {
    // `MOVIE#` takes 6 of the 1,024 bytes, and é takes two.
    const failure = await failureOf(sync([movie('a', 90), movie('é'.repeat(510), 120)]));

    expect(failure).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(failure.message).toMatch(/^movies\[1\]\.file_name: makes a key of 1026 bytes/);
    expect(asked).toEqual([]);
    expect(await moviesOf()).toEqual([]);
  });
});
