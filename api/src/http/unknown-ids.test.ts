import { describe, expect, test } from 'vitest';
import { failureOf } from '../kernel/testing/fakes.ts';
import { requireKnown } from './unknown-ids.ts';

const video = { provider: 'YouTube', kind: 'video', reasons: 'deleted or private' };
const itself = (id: string) => id;

/** Entries by sort key, where the entry is the id itself. */
function entriesOf(ids: readonly string[]): Map<string, string> {
  return new Map(ids.map((id) => [`KEY#${id}`, id]));
}

/** The refusal of these ids, none of which anybody knows. */
function refusalOf(ids: readonly string[]) {
  return failureOf((async () => requireKnown(video, entriesOf(ids), itself, new Map()))());
}

describe('ids that are all known', () => {
  test('come with sort key and record, in the order of the entries', () => {
    const records = new Map([
      ['b', 2],
      ['a', 1],
      ['c', 3],
    ]);

    const known = requireKnown(video, entriesOf(['a', 'b']), itself, records);

    expect(known).toEqual([
      { sk: 'KEY#a', entry: 'a', record: 1 },
      { sk: 'KEY#b', entry: 'b', record: 2 },
    ]);
  });

  test('may have records that are falsy', () => {
    const known = requireKnown(video, entriesOf(['a']), itself, new Map([['a', 0]]));

    expect(known).toEqual([{ sk: 'KEY#a', entry: 'a', record: 0 }]);
  });

  test('may be none', () => {
    const known = requireKnown(video, entriesOf([]), itself, new Map());

    expect(known).toEqual([]);
  });
});

describe('ids of which some are unknown', () => {
  test('are a 422 with just those', async () => {
    const records = new Map([
      ['a', 1],
      ['c', undefined],
    ]);

    const failure = await failureOf(
      (async () => requireKnown(video, entriesOf(['a', 'b', 'c']), itself, records))(),
    );

    expect(failure.status).toBe(422);
    expect(failure.body()).toEqual({
      code: 'unknown_ids',
      ids: ['b', 'c'],
      message: 'YouTube does not know these video ids (deleted or private): b, c',
    });
  });

  test('are named once each, as they were sent', async () => {
    const entries = new Map([
      ['MOVIE#a', 7],
      ['MOVIE#b', 7],
    ]);

    const failure = await failureOf(
      (async () =>
        requireKnown(
          { provider: 'TheTVDB', kind: 'movie', reasons: 'wrong' },
          entries,
          (id) => id,
          new Map(),
        ))(),
    );

    expect(failure.ids).toEqual([7]);
    expect(failure.message).toBe('TheTVDB does not know this movie id (wrong): 7');
  });

  test('are all listed, while the message names ten', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `id${index}`);

    const failure = await refusalOf(ids);

    expect(failure.ids).toEqual(ids);
    expect(failure.message).toMatch(
      /: id0, id1, id2, id3, id4, id5, id6, id7, id8, id9 and 2 more$/,
    );
  });

  test('are all named when there are ten', async () => {
    const failure = await refusalOf(Array.from({ length: 10 }, (_, index) => `id${index}`));

    expect(failure.message).toMatch(/id8, id9$/);
  });
});
