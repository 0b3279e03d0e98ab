import { describe, expect, test } from 'vitest';
import { failureOf } from '../kernel/testing/fakes.ts';
import { requireKnown } from './unknown-ids.ts';

const video = { provider: 'YouTube', kind: 'video', reasons: 'deleted or private' };

/** Requires entries with these ids, of which `records` are known. */
const known = (ids: readonly string[], records: readonly (readonly [string, number?])[] = []) =>
  requireKnown(
    video,
    new Map(ids.map((id) => [`KEY#${id}`, id])),
    (id) => id,
    new Map(records.map(([id, record]) => [id, record])),
  );

const refusalOf = (...args: Parameters<typeof known>) => failureOf((async () => known(...args))());

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `id${index}`);

describe('if all ids are known', () => {
  test('each entry has its sort key and record, even a falsy one, in the original order', () => {
    expect(
      known(
        ['a', 'b'],
        [
          ['b', 2],
          ['a', 0],
          ['c', 3],
        ],
      ),
    ).toEqual([
      { sk: 'KEY#a', entry: 'a', record: 0 },
      { sk: 'KEY#b', entry: 'b', record: 2 },
    ]);
  });

  test('there can be none', () => {
    expect(known([])).toEqual([]);
  });
});

describe('unknown ids', () => {
  test('are listed in a 422', async () => {
    const failure = await refusalOf(['a', 'b', 'c'], [['a', 1], ['c']]);

    expect(failure.status).toBe(422);
    expect(failure.body()).toEqual({
      code: 'unknown_ids',
      ids: ['b', 'c'],
      message: 'YouTube does not know these video ids (deleted or private): b, c',
    });
  });

  test('are listed once each, as they were sent', async () => {
    const movie = { provider: 'TheTVDB', kind: 'movie', reasons: 'wrong' };
    const entries = new Map([
      ['MOVIE#a', 7],
      ['MOVIE#b', 7],
    ]);

    const failure = await failureOf(
      (async () => requireKnown(movie, entries, (id) => id, new Map()))(),
    );

    expect(failure.ids).toEqual([7]);
    expect(failure.message).toBe('TheTVDB does not know this movie id (wrong): 7');
  });

  test('are all listed, but the message names only ten', async () => {
    const failure = await refusalOf(numbered(12));

    expect(failure.ids).toEqual(numbered(12));
    expect(failure.message).toMatch(
      /: id0, id1, id2, id3, id4, id5, id6, id7, id8, id9 and 2 more$/,
    );
  });

  test('are all named if there are ten', async () => {
    const failure = await refusalOf(numbered(10));

    expect(failure.message).toMatch(/id8, id9$/);
  });
});
