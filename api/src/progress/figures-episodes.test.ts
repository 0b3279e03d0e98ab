import { episode as episodeKind } from '@immersion-tracker/contract';
import { seconds } from '@immersion-tracker/contract/testing';
import { describe, expect, test } from 'vitest';
import { type Row, readRows, rowOf } from '../watches/testing/rows.ts';
import { kindFigures } from './figures.ts';
import { fieldsOf, tallyAt } from './testing/tally.ts';

const { episode, show } = rowOf;

/** The progress of episodes, and the hours they took. */
async function progressOf(rows: readonly Row[]) {
  const tally = tallyAt('2026-05-20T12:00:00+12:00');
  const figures = await kindFigures(episodeKind, readRows(rows), tally);
  const { shows, total_episodes_watched, episodes_watched_today } = fieldsOf('episode', figures);
  const counts = { total_episodes_watched, episodes_watched_today };
  const { total_hours_watched: hours, daily_activity } = tally.figures();
  return { shows, counts, hours, minutesToday: daily_activity.at(-1)?.minutes_watched };
}

const tvdb = (tvdb_id: number, tvdb_name: string, more: Row = {}) => ({
  ...{ tvdb_id, tvdb_name, tvdb_image: `https://example.com/${tvdb_id}.jpg` },
  ...{ tvdb_average_runtime: 2700, ...more },
});

describe('counts', () => {
  test('include all folders, with today’s episodes counted separately', async () => {
    const midnight = seconds('2026-05-20T00:00:00+12:00');

    const { counts } = await progressOf([
      episode('A', '1', { timestamp: midnight - 1 }),
      episode('A', '2', { timestamp: midnight }),
      episode('B', '1', { timestamp: midnight + 86_400 }),
      show('A'),
      show('B'),
    ]);

    expect(counts).toEqual({ total_episodes_watched: 3, episodes_watched_today: 2 });
  });

  test('are 0 without episodes, even if there are shows', async () => {
    const { counts, shows } = await progressOf([show('A', tvdb(1, 'Show A'))]);

    expect(counts).toEqual({ total_episodes_watched: 0, episodes_watched_today: 0 });
    expect(shows).toEqual([]);
  });
});

describe('durations', () => {
  test('are each folder’s own runtime, even if several folders are one show', async () => {
    const { minutesToday } = await progressOf([
      show('A', tvdb(1, 'Show', { tvdb_average_runtime: 1500 })),
      show('B', tvdb(1, 'Show', { tvdb_average_runtime: 3000 })),
      episode('A', '1'),
      episode('B', '1'),
    ]);

    expect(minutesToday).toBe(75);
  });
});

describe('shows', () => {
  test('have TheTVDB’s id, name and artwork', async () => {
    const { shows } = await progressOf([
      show('show_name', tvdb(12345, 'Example Show')),
      episode('show_name', '1'),
    ]);

    expect(shows).toEqual([
      {
        show_id: '12345',
        name: 'Example Show',
        artwork_url: 'https://example.com/12345.jpg',
        episodes_watched: 1,
      },
    ]);
  });

  test('without metadata are listed separately, each under its folder’s name', async () => {
    const { shows } = await progressOf([
      show('A'),
      show('B', { tvdb_id: null, tvdb_name: null, tvdb_image: null }),
      episode('A', '1'),
      episode('B', '1'),
      episode('B', '2'),
    ]);

    expect(shows).toEqual([
      { show_id: null, name: 'B', artwork_url: null, episodes_watched: 2 },
      { show_id: null, name: 'A', artwork_url: null, episodes_watched: 1 },
    ]);
  });

  test('with the same TheTVDB id are one, named after the first folder that has an episode', async () => {
    const { shows } = await progressOf([
      show('A, not begun', tvdb(7, 'Not begun')),
      show('B', tvdb(7, 'Begun', { tvdb_image: 'https://example.com/b.jpg' })),
      show('C', tvdb(7, 'Begun later')),
      episode('C', '1'),
      episode('B', '1'),
    ]);

    expect(shows).toEqual([
      {
        ...{ show_id: '7', name: 'Begun', artwork_url: 'https://example.com/b.jpg' },
        episodes_watched: 2,
      },
    ]);
  });

  test('count every viewing of a rewatched episode', async () => {
    const again = { sk: 'EPISODE#A#1#1779192000', rewatch_of: 'EPISODE#A#1' };
    const { shows, minutesToday } = await progressOf([
      show('A', tvdb(1, 'Show A')),
      episode('A', '1'),
      { ...episode('A', '1'), ...again },
    ]);

    expect(shows).toMatchObject([{ name: 'Show A', episodes_watched: 2 }]);
    expect(minutesToday).toBe(90);
  });

  test('with the same name but different ids are listed separately', async () => {
    const { shows } = await progressOf([
      show('A', tvdb(1, 'Same')),
      show('B', tvdb(2, 'Same')),
      episode('A', '1'),
      episode('B', '1'),
    ]);

    expect(shows.map(({ show_id }) => show_id)).toEqual(['1', '2']);
  });

  test('without a record share one entry of nulls', async () => {
    const { shows } = await progressOf([
      show('A'),
      episode('A', '1'),
      episode('lost', '1'),
      episode('also lost', '1'),
    ]);

    expect(shows).toEqual([
      { show_id: null, name: null, artwork_url: null, episodes_watched: 2 },
      { show_id: null, name: 'A', artwork_url: null, episodes_watched: 1 },
    ]);
  });

  test('are sorted by episodes descending, then by name, with nulls last', async () => {
    const { shows } = await progressOf([
      show('1', tvdb(1, 'b')),
      show('2', tvdb(2, 'a')),
      show('3', tvdb(3, 'B')),
      show('4', tvdb(4, 'z')),
      ...['1', '2', '3', '4', 'lost'].map((folder) => episode(folder, 'x')),
      episode('4', 'y'),
    ]);

    expect(shows.map(({ name }) => name)).toEqual(['z', 'B', 'a', 'b', null]);
  });
});

describe('items of other tools', () => {
  test('can have unknown attributes, and NULL for missing ones', async () => {
    const { shows, minutesToday } = await progressOf([
      show('A', tvdb(1, 'Show A', { version: null, tvdb_image: null, note: 'x', ttl: 0 })),
      episode('A', '1', { version: 3, rating: [1, 2] }),
    ]);

    expect(shows).toEqual([
      { show_id: '1', name: 'Show A', artwork_url: null, episodes_watched: 1 },
    ]);
    expect(minutesToday).toBe(45);
  });

  test('that do not match the schema are logged and left out', async () => {
    const logged: unknown[] = [];
    const rows = [
      show('A', tvdb(1, 'Show A')),
      show('broken', { tvdb_id: 'twelve' }),
      episode('A', '1'),
      episode('A', 'in milliseconds', { timestamp: 1_730_000_000_000 }),
      episode('A', 'without a time', { timestamp: undefined }),
      episode('broken', '1'),
    ];
    const read = readRows(rows, (level, _, fields) => logged.push([level, fields?.first]), 100);

    const progress = fieldsOf('episode', await kindFigures(episodeKind, read, tallyAt()));

    expect(progress.total_episodes_watched).toBe(2);
    expect(progress.shows.map(({ name }) => name)).toEqual(['Show A', null]);
    expect(logged).toEqual([
      ['warn', ['SHOW#broken: tvdb_id']],
      ['warn', ['EPISODE#A#in milliseconds: timestamp', 'EPISODE#A#without a time: timestamp']],
    ]);
  });
});
