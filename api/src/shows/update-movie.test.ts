import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import type { TvdbClient } from '../providers/tvdb/client.ts';
import type { TvdbMovie } from '../providers/tvdb/metadata.ts';
import { allItems, stores } from '../records/testing/stores.ts';
import type { Store } from '../store/store.ts';
import { foreign, movie, newUser, type Subject } from '../store/testing/conformance/subject.ts';
import { updateMovie } from './update-movie.ts';

const record: TvdbMovie = {
  ...{ name: 'Right Movie', image: 'https://example.com/right.jpg', runtimeSeconds: 5400 },
};
const metadata = {
  ...{ tvdb_id: 7, tvdb_name: 'Right Movie', tvdb_image: 'https://example.com/right.jpg' },
};

describe.each(stores)('on %s', (_, open) => {
  let subject: Subject;
  let asked: number[];

  beforeEach(() => {
    subject = open();
    asked = [];
  });

  afterEach(() => subject.close());

  function update(
    file_name: string,
    { found = record, through = subject.store }: { found?: TvdbMovie; through?: Store } = {},
    tvdb_id = 7,
  ) {
    const tvdb: TvdbClient = {
      async movie(id) {
        asked.push(id);
        return id === 7 ? found : undefined;
      },
      series() {
        throw new Error('unexpected look-up of a series');
      },
    };
    const body = { file_name, tvdb_id };
    return updateMovie({ store: through, tvdb })({
      ...{ user: subject.user, request: body, deadline: wholeDeadline() },
    });
  }

  /** A movie and a rewatch of it, with attributes of other tools. */
  const viewings = () => {
    const first = foreign(subject.user, 'a', 7);
    return [first, { ...first, sk: 'MOVIE#a#9', timestamp: 9, rewatch_of: 'MOVIE#a' }] as const;
  };

  test('all viewings get the metadata, and keep every other attribute', async () => {
    await subject.put(viewings());

    const answer = await update('a');

    expect(answer).toEqual({});
    expect(asked).toEqual([7]);
    expect(await allItems(subject)).toEqual(
      viewings().map((one) => ({ ...one, ...metadata, movie_duration: 5400 })),
    );
  });

  test('a rewatch that is recorded during the update, as a copy from before it, gets the metadata too', async () => {
    const [first, again] = viewings();
    await subject.put([first]);
    const through: Store = {
      ...subject.store,
      async update(key, changes, signal) {
        if (key.sk === first.sk) await subject.put([again]);
        return subject.store.update(key, changes, signal);
      },
    };

    await update('a', { through });

    expect(await allItems(subject)).toEqual(
      viewings().map((one) => ({ ...one, ...metadata, movie_duration: 5400 })),
    );
  });

  test('a measured length stays, even if TheTVDB does not know one', async () => {
    const { user, put } = subject;
    const measured = { ...movie(user, 'a'), movie_duration: 5431, duration_source: 'file' };
    await put([measured]);

    await update('a', { found: { ...record, runtimeSeconds: undefined } });

    expect(await allItems(subject)).toEqual([{ ...measured, ...metadata }]);
  });

  test('if TheTVDB does not know the length of a movie that was not measured, nothing changes', async () => {
    const { user, put } = subject;
    const measured = { ...movie(user, 'a'), movie_duration: 5431, duration_source: 'file' };
    const again = { ...movie(user, 'a'), sk: 'MOVIE#a#9', rewatch_of: 'MOVIE#a' };
    await put([measured, again]);

    const failure = await failureOf(
      update('a', { found: { ...record, runtimeSeconds: undefined } }),
    );

    expect(failure.code).toBe('provider_error');
    expect(await allItems(subject)).toEqual([measured, again]);
  });

  test('movies whose names begin alike, and those of others, do not change', async () => {
    const { user, put } = subject;
    const bob = newUser('bob');
    const others = ['a ', 'a#8', 'a#b', 'aa'].map((name) => movie(user, name));
    await put([...others, ...viewings(), movie(bob.user, 'a')]);

    await update('a');

    const unchanged = (await allItems(subject)).filter(({ tvdb_id }) => tvdb_id === 67890);
    expect(unchanged).toEqual(others);
    expect(await allItems({ ...subject, ...bob })).toEqual([movie(bob.user, 'a')]);
  });

  test('a movie that was not recorded is a 404 without a look-up', async () => {
    await subject.put([movie(subject.user, 'a'), movie(newUser('bob').user, 'b')]);

    const failure = await failureOf(update('b'));

    expect(failure.body()).toEqual({
      code: 'not_found',
      message: 'You have not recorded a movie "b"; sync it first.',
    });
    expect(asked).toEqual([]);
  });

  test('a movie that is removed during the look-up is a 404', async () => {
    await subject.put(viewings());
    const through: Store = { ...subject.store, update: async () => false };

    expect((await failureOf(update('a', { through }))).code).toBe('not_found');
  });

  test('an id that TheTVDB does not know is a 422, and nothing changes', async () => {
    await subject.put(viewings());

    const failure = await failureOf(update('a', {}, 404));

    expect(failure).toMatchObject({ code: 'unknown_ids', ids: [404] });
    expect(await allItems(subject)).toEqual(viewings());
  });

  test('a name that is too long for a key is a 400 with its path', async () => {
    const failure = await failureOf(update('x'.repeat(1019)));

    expect(failure.code).toBe('invalid_request');
    expect(failure.message).toMatch(/^file_name: makes a key of 1025 bytes/);
  });
});
