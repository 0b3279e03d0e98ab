import { describe, expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { type ModelTracker, modelTracker } from '../testing/model-tracker.ts';
import { runClient } from '../testing/run-client.ts';
import { fakeSearch, type Work } from '../titles/testing/fake-search.ts';

const WORKS: readonly Work[] = [
  {
    kind: 'series',
    id: 1001,
    name: "Frieren: Beyond Journey's End",
    original: '葬送のフリーレン',
    year: 2023,
  },
  { kind: 'series', id: 1002, name: 'Dark', year: 2017 },
  { kind: 'series', id: 1003, name: 'Dark', year: 1994 },
  { kind: 'movie', id: 1004, name: 'Dune', year: 2021 },
  { kind: 'movie', id: 1005, name: 'Dune', year: 1984 },
  { kind: 'movie', id: 1006, name: 'Run Lola Run', original: 'Lola rennt', year: 1998 },
];

/** Syncs a media folder with these files. The answers are piped. */
async function sync(
  files: readonly string[],
  answers: readonly string[],
  prepare: (model: ModelTracker) => void = () => {},
) {
  const model = modelTracker({ search: (kind, query) => fakeSearch(WORKS, kind, query) });
  prepare(model);
  const [media, state] = [createFolder(...files), createFolder()];
  const run = await runClient(['sync', media.path], {
    ...{ fetch: model.fetch, stateFolder: state.path, answers },
  });
  return { ...run, model, media };
}

describe('shows that are not in this media folder', () => {
  test('are counted if something of them is recorded, but a script is not asked about them', async () => {
    const { stdout, model } = await sync(['movies/watched/D.mkv'], ['Dune (2021)'], (model) => {
      model.shows.set('Elsewhere', null);
      model.records.set('EPISODE#Elsewhere#1', { watched_at: 1_700_000_000, source: null });
      model.shows.set('Without records', null);
    });

    expect(Object.fromEntries(model.movies)).toStrictEqual({ D: 1004 });
    expect(model.shows.get('Elsewhere')).toBeNull();
    expect(stdout).toContain(
      '1 show without a TheTVDB id, and so without a name or artwork:\n  Elsewhere\n',
    );
  });
});

describe('piped words', () => {
  test('name shows and movies if they mean one title, and the report says how to correct it once', async () => {
    const { code, stdout, model, media } = await sync(
      ['shows/A/watched/1.mkv', 'shows/B/watched/1.mkv', 'movies/watched/Lola.mkv'],
      ['葬送のフリーレン', 'Dark (1994)', 'lola rennt'],
    );

    expect(code).toBe(0);
    expect(Object.fromEntries(model.shows)).toStrictEqual({ A: 1001, B: 1003 });
    expect(Object.fromEntries(model.movies)).toStrictEqual({ Lola: 1006 });
    expect(stdout).toContain(
      [
        "A is Frieren: Beyond Journey's End (2023) · 葬送のフリーレン",
        'B is Dark (1994)',
        'If one of them is wrong: immersion shows set <folder> <title>',
        'Lola is Run Lola Run (1998) · Lola rennt',
        'If that is wrong: immersion movies set "Lola" <title>',
      ].join('\n'),
    );
    expect(media.tree()).toStrictEqual(['movies/watched/', 'shows/']);
  });

  test('that several titles match are left, and the report says which', async () => {
    const { code, stdout, model, media } = await sync(
      ['shows/A/watched/1.mkv', 'movies/watched/D.mkv'],
      ['dark', 'Dune'],
    );

    expect(code).toBe(2);
    expect(model.shows.get('A')).toBeNull();
    expect(model.movies.size).toBe(0);
    expect(stdout).toContain(
      [
        '  movies/watched/D.mkv',
        '    Several movies on TheTVDB may be "Dune": Dune (2021) [tvdb-1004] and Dune (1984) [tvdb-1005]. Use the id of one.',
      ].join('\n'),
    );
    expect(stdout).toContain('  TheTVDB id of A\n    Several shows on TheTVDB may be "dark": Dark');
    expect(stdout).not.toContain('wrong:');
    expect(media.tree()).toStrictEqual(['movies/watched/D.mkv', 'shows/']);
  });

  test('may be y, for what the folder or file is named after', async () => {
    const { model } = await sync(
      ['shows/Dark.2017.S01.1080p-GRP/watched/1.mkv', 'movies/watched/Dune (1984)/disc.mkv'],
      ['y', 'y'],
    );

    expect([...model.shows.values()]).toStrictEqual([1002]);
    expect([...model.movies.values()]).toStrictEqual([1005]);
  });
});

test('a show in a folder with a name of its own is searched by its files', async () => {
  const { model } = await sync(['shows/Evenings/watched/Frieren.S01E01.1080p.mkv'], ['y']);

  expect(model.shows.get('Evenings')).toBe(1001);
});

test('a search that fails leaves movies on the disk, and shows recorded', async () => {
  const files = ['shows/A/watched/1.mkv', 'movies/watched/D.mkv'];
  const model = modelTracker({
    search: () => {
      throw new Error('not asked');
    },
  });
  model.refuse('tvdb', { message: 'TheTVDB is away', code: 'provider_error' });
  const [media, state] = [createFolder(...files), createFolder()];

  const { code, stdout } = await runClient(['sync', media.path], {
    ...{ fetch: model.fetch, stateFolder: state.path, answers: ['Dark', 'Dune'] },
  });

  expect(code).toBe(2);
  expect(stdout).toContain('  movies/watched/D.mkv\n    TheTVDB is away\n');
  expect(stdout).toContain('  TheTVDB id of A\n    TheTVDB is away\n');
  expect(media.tree()).toStrictEqual(['movies/watched/D.mkv', 'shows/']);
});
