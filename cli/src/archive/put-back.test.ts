import { expect, test } from 'vitest';
import { noScreen } from '../terminal/screen.ts';
import { plainPaint } from '../text/paint.ts';
import { putBack } from './put-back.ts';
import { restoringTracker } from './testing/restoring.ts';

const screen = noScreen(plainPaint);

/** One item a line. */
const itemsOf = (ids: readonly string[], more: Readonly<Record<string, unknown>> = {}) =>
  ids.map((id, index) => {
    return { line: index + 1, id, record: { sk: id, ...more } };
  });

const movies = (count: number) => Array.from({ length: count }, (_, index) => `MOVIE#${index}`);

test('a request has at most 1,000 items, in their order', async () => {
  const { tracker, accepted } = restoringTracker();

  const { refused } = await putBack(tracker, screen, itemsOf(movies(2001)));

  expect(refused).toEqual([]);
  expect(accepted.map(({ length }) => length)).toEqual([1000, 1000, 1]);
  expect(accepted.flat()).toEqual(movies(2001));
});

test('a request has at most 5 MiB', async () => {
  const { tracker, bytes } = restoringTracker();

  await putBack(tracker, screen, itemsOf(movies(30), { note: 'ü'.repeat(200 * 1024) }));

  expect(bytes).toHaveLength(3);
  expect(Math.max(...bytes)).toBeLessThan(5 * 1024 * 1024);
});

test('shows, channels and podcasts come before records, even if a file has them later', async () => {
  const { tracker, accepted } = restoringTracker();
  const ids = ['EPISODE#A#1', 'SHOW#A', 'MOVIE#a', 'SETTINGS', 'YOUTUBECHANNEL#c'];

  await putBack(tracker, screen, itemsOf(ids));

  expect(accepted).toEqual([
    ['SHOW#A', 'SETTINGS', 'YOUTUBECHANNEL#c'],
    ['EPISODE#A#1', 'MOVIE#a'],
  ]);
});

test('an item that is not valid is named by its line, and the others are put back', async () => {
  const { tracker, accepted } = restoringTracker((records) => {
    const index = records.findIndex(({ sk }) => sk === 'MOVIE#3' || sk === 'MOVIE#7');
    return index < 0 ? undefined : `records[${index}].timestamp: is missing`;
  });

  const { refused } = await putBack(tracker, screen, itemsOf(movies(10)));

  expect(refused).toEqual([
    { line: 4, reason: 'timestamp: is missing' },
    { line: 8, reason: 'timestamp: is missing' },
  ]);
  expect(accepted.flat()).toEqual(movies(10).filter((id) => id !== 'MOVIE#3' && id !== 'MOVIE#7'));
});

test('an item that has the id of another record is found, and the others are put back', async () => {
  const { tracker, accepted } = restoringTracker((records) =>
    records.some(({ sk }) => sk === 'MOVIE#5')
      ? 'the movie has the same key as another; leave it out of the request'
      : undefined,
  );

  const { refused } = await putBack(tracker, screen, itemsOf(movies(8)));

  expect(refused).toEqual([{ line: 6, reason: 'the movie has the same key as another' }]);
  expect(accepted.flat().sort()).toEqual(movies(8).filter((id) => id !== 'MOVIE#5'));
});

test('a show that is refused does not let records overtake the other shows', async () => {
  const { tracker, accepted } = restoringTracker((records) =>
    records.some(({ sk }) => sk === 'SHOW#B') ? 'the show has the same key as another' : undefined,
  );

  await putBack(tracker, screen, itemsOf(['EPISODE#A#1', 'EPISODE#B#1', 'SHOW#B', 'SHOW#A']));

  expect(accepted).toEqual([['SHOW#A'], ['EPISODE#A#1', 'EPISODE#B#1']]);
});
