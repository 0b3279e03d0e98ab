import { itemKey, movie } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { UNDO_HINT } from '../receipts/keep-receipt.ts';
import { createFolder } from '../testing/folder.ts';
import { modelTracker } from '../testing/model-tracker.ts';
import { runClient } from '../testing/run-client.ts';

/** A learner who has watched these movies. */
function learnerOf(files: Readonly<Record<string, number>>) {
  const model = modelTracker({
    search: (_, query) =>
      ['Lola', 'tvdb-2658'].includes(query)
        ? [
            {
              ...{ tvdb_id: 2658, name: 'Run Lola Run', original_name: 'Lola rennt', year: 1998 },
              ...{ image: null, overview: null },
            },
          ]
        : [],
  });
  for (const [file, id] of Object.entries(files)) {
    model.movies.set(file, id);
    model.records.set(itemKey(movie.record, file), { watched_at: 1_000_000_000, source: null });
  }
  const state = createFolder();
  const run = (...args: string[]) =>
    runClient(['movies', ...args], { fetch: model.fetch, stateFolder: state.path });
  return { model, run };
}

describe('immersion movies', () => {
  test('lists the files and their names on TheTVDB in columns', async () => {
    const { run } = learnerOf({ 'Lola rennt': 2658, 天気の子: 12, ['x'.repeat(60)]: 13 });

    const { code, stdout } = await run();

    expect(code).toBe(0);
    expect(stdout.split('\n')).toStrictEqual([
      'File                                     Name',
      'Lola rennt                               Movie 2658',
      '天気の子                                 Movie 12',
      'x'.repeat(60),
      `${' '.repeat(41)}Movie 13`,
      '',
    ]);
  });

  test('prints each file with its name, with --json', async () => {
    const { run } = learnerOf({ Lola: 12 });

    const { stdout } = await run('--json');

    expect(JSON.parse(stdout)).toStrictEqual({
      movies: [{ file_name: 'Lola', name: 'Movie 12', last_watched_at: 1_795_737_600 }],
    });
  });

  test('says what to do if the list is empty', async () => {
    const { code, stdout } = await learnerOf({}).run();

    expect(code).toBe(0);
    expect(stdout).toMatch(/^No movies yet\..*immersion sync\n$/);
  });
});

describe('immersion movies set', () => {
  test.each([
    ['the file as it is listed', 'L/Lola', ['Lola']],
    ['the file with its extension', 'L/Lola.mkv', ['tvdb-2658']],
    ['the file in another case', 'l/lOLA', ['https://thetvdb.com/dereferrer/movie/2658']],
  ])('accepts %s', async (_, file, words) => {
    const { model, run } = learnerOf({ 'L/Lola': 12 });

    const { code, stdout } = await run('set', file, ...words);

    expect([code, stdout]).toStrictEqual([
      0,
      `L/Lola is Run Lola Run (1998) · Lola rennt\n${UNDO_HINT}\n`,
    ]);
    expect(model.movies.get('L/Lola')).toBe(2658);
  });

  test('prints what the movie is now, with --json', async () => {
    const { run } = learnerOf({ Lola: 12 });

    const { stdout } = await run('set', 'Lola', '2658', '--json');

    expect(JSON.parse(stdout)).toStrictEqual({
      ...{ file_name: 'Lola', tvdb_id: 2658, tvdb_name: 'Movie 2658' },
    });
  });

  test.each([
    ['an unknown file', ['B', '2658'], 'has no movie called B'],
    ['a title that is not found', ['Lola', 'Lolita'], 'TheTVDB has no movie for "Lolita".'],
    ['a link to a show', ['Lola', 'thetvdb.com/series/dark'], 'leads to a show, not to a movie'],
  ])('refuses %s, and says why', async (_, args, words) => {
    const { model, run } = learnerOf({ Lola: 12 });

    const { code, stdout, stderr } = await run('set', ...args);

    expect([code, stdout]).toStrictEqual([1, '']);
    expect(stderr).toContain(words);
    expect(model.movies.get('Lola')).toBe(12);
  });
});
