import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type History, history, type Watch } from './history.ts';
import { shows } from './library.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const dates = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2099-12-31'),
  noInvalidDate: true,
});

function allWatches(past: History): readonly Watch<unknown>[] {
  return [past.episodes, past.movies, past.youtubeVideos, past.podcastEpisodes].flat();
}

test('a history is the same at any time of day', () => {
  const morning = history(new Date(2026, 10, 22, 0, 0, 1));
  const evening = history(new Date(2026, 10, 22, 23, 59, 59));

  expect(morning).toEqual(evening);
});

test('a history lasts about twenty months and ends yesterday, whatever today is', () => {
  fc.assert(
    fc.property(dates, (now) => {
      const times = allWatches(history(now)).map(({ at }) => at.getTime());

      const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
      const [first, last] = [Math.min(...times), Math.max(...times)];
      // The bounds allow for days of 23 and 25 hours.
      expect((midnight - first) / DAY_MS).toBeGreaterThan(600);
      expect((midnight - first) / DAY_MS).toBeLessThan(609);
      expect(last).toBeLessThan(midnight);
      expect(last).toBeGreaterThan(midnight - 1.1 * DAY_MS);
    }),
    { numRuns: 20 },
  );
});

test('the episodes of a show are watched in order, and each only once', () => {
  const { episodes } = history(new Date(2026, 10, 22));

  const byShow = Map.groupBy(episodes, ({ item }) => item.folder_name);
  for (const { folder, watched: files } of shows) {
    const inTime = (byShow.get(folder) ?? []).toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const names = new Set(inTime.map(({ item }) => item.file_name));
    expect([...names]).toEqual([...names].sort());
    expect(names.size).toBe(files.length);
  }
});

test('nothing is watched on two dates', () => {
  const watches = allWatches(history(new Date(2026, 10, 22)));

  const items = new Set(watches.map(({ item }) => JSON.stringify(item)));

  expect(items.size).toBe(watches.length);
});
