import { describe, expect, test } from 'vitest';
import { seconds, tallyAt } from './testing/rows.ts';
import { collect, countWatches } from './watches.ts';

async function* pagesOf<T>(...pages: T[][]) {
  yield* pages;
}

describe('counting', () => {
  test('adds up all pages, by group, with today’s apart', async () => {
    const tally = tallyAt('2026-05-20T12:00:00+12:00');
    const today = seconds('2026-05-20T00:00:00+12:00');
    const pages = pagesOf(
      [
        ['a', today],
        ['b', today - 1],
      ] as const,
      [],
      [['a', today + 1]] as const,
    );

    const counts = await countWatches(pages, tally, ([group, timestamp]) => ({
      ...{ group, timestamp, duration: 1800 },
    }));

    expect(counts.watched).toBe(3);
    expect(counts.watchedToday).toBe(2);
    expect([...counts.byGroup]).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(tally.figures().total_hours_watched).toBe(1);
  });

  test('finds nothing in no pages', async () => {
    const counts = await countWatches(pagesOf<never>(), tallyAt(), (never) => never);

    expect(counts).toEqual({ watched: 0, watchedToday: 0, byGroup: new Map() });
  });
});

test('collecting keeps the order of pages and items', async () => {
  const items = await collect(pagesOf([3, 1], [], [2]));

  expect(items).toEqual([3, 1, 2]);
});
