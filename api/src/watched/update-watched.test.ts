import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { allItems, stores } from '../records/testing/stores.ts';
import { everyKind } from '../store/testing/conformance/every-kind.ts';
import { foreign, movie, newUser, type Subject } from '../store/testing/conformance/subject.ts';
import { updateWatched } from './update-watched.ts';

const NOW = 1_780_000_000;

describe.each(stores)('on %s', (_, open) => {
  let subject: Subject;

  beforeEach(() => {
    subject = open();
  });

  afterEach(() => subject.close());

  const move = (id: string, watched_at: number) =>
    updateWatched({ store: subject.store, clock: () => NOW * 1000 })({
      ...{ user: subject.user, request: { id, watched_at }, deadline: wholeDeadline() },
    });

  test('a record moves to another time, and keeps its id and every other attribute', async () => {
    const { user, put } = subject;
    const again = { ...foreign(user, 'a', 9), sk: 'MOVIE#a#9', rewatch_of: 'MOVIE#a' };
    await put([foreign(user, 'a', 7), again]);

    const answers = [await move('MOVIE#a#9', 0), await move('MOVIE#a', NOW + 300)];

    expect(answers).toEqual([{}, {}]);
    expect(await allItems(subject)).toEqual([
      foreign(user, 'a', NOW + 300),
      { ...again, timestamp: 0 },
    ]);
  });

  test('an id that is not a watch record of this user is unknown, and nothing changes', async () => {
    const { user, put } = subject;
    const bob = newUser('bob');
    const metadata = everyKind(user).flatMap(({ item }) => (item.timestamp ? [] : [item]));
    await put([...metadata, movie(bob.user, 'a')]);
    const before = await allItems(subject);
    const ids = [
      ...metadata.map(({ sk }) => sk),
      ...['MOVIE#a', 'MOVIE#', 'NOTE#1', '__proto__', `MOVIE#${'x'.repeat(2000)}`],
    ];

    for (const id of ids) {
      const failure = await failureOf(move(id, 5));
      expect(failure).toMatchObject({ status: 422, code: 'unknown_ids', ids: [id] });
    }

    expect(await allItems(subject)).toEqual(before);
    expect(await allItems({ ...subject, ...bob })).toEqual([movie(bob.user, 'a')]);
  });

  test('a time that is more than five minutes in the future is refused', async () => {
    const { user, put } = subject;
    await put([movie(user, 'a', 7)]);

    const failure = await failureOf(move('MOVIE#a', NOW + 301));

    expect(failure).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(failure.message).toMatch(/^watched_at: is 301 seconds in the future/);
    expect(await allItems(subject)).toEqual([movie(user, 'a', 7)]);
  });
});
