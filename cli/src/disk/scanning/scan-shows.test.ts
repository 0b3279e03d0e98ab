import { symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../../testing/folder.ts';
import { IS_WINDOWS } from '../../testing/system.ts';
import { scanMedia } from './scan.ts';
import { found, NOTHING, reasonsOf, scanned } from './testing/scanned.ts';

describe('episodes', () => {
  test('are the videos directly in watched', async () => {
    expect(
      await scanned(
        'shows/b/watched/2.mkv',
        'shows/b/watched/1.MP4',
        'shows/a/watched/x.avi',
        'shows/b/3.mkv',
        'shows/c/seen/1.mkv',
        'shows/loose.mkv',
      ),
    ).toEqual({ ...NOTHING, shows: { a: ['x'], b: ['1', '2'] } });
  });

  test('of seasons have the season in their names, so equal file names do not collide', async () => {
    expect(
      await scanned(
        'shows/Frieren/Season 01/watched/Frieren S01E01.mkv',
        'shows/Frieren/Season 02/watched/01.mkv',
        'shows/Frieren/watched/Season 03/01.mkv',
        'shows/Frieren/watched/S00E01.mkv',
        'shows/Frieren/Season 02/02.mkv',
      ),
    ).toEqual({
      ...NOTHING,
      shows: {
        Frieren: ['Season 01/Frieren S01E01', 'Season 02/01', 'S00E01', 'Season 03/01'],
      },
    });
  });

  test('have the same names on all systems', async () => {
    const [ga, pa] = ['\u304B\u3099', '\u306F\u309A'];

    expect(
      await scanned(`shows/${ga}/watched/${pa}.mkv`, `shows/${ga}/${pa}/watched/${ga}.mkv`),
    ).toMatchObject({ shows: { '\u304C': ['\u3071', '\u3071/\u304C'] } });
  });

  test('may be in any container', async () => {
    const files = ['01.rmvb', '02.ogm', '03.vob', '04.mts', '05.3gp'];

    expect(await scanned(...files.map((file) => `shows/A/watched/${file}`))).toEqual({
      ...NOTHING,
      shows: { A: ['01', '02', '03', '04', '05'] },
    });
  });

  test.each([
    'shows/A/watched/a/b/1.mkv',
    'shows/A/a/b/watched/1.mkv',
    'shows/A/a/watched/b/1.mkv',
    'shows/A/watched/a/watched/1.mkv',
    'shows/A/watched/watched/1.mkv',
    'shows/A/watched/Watched/1.mkv',
  ])('that are too many folders deep are left: %s', async (file) => {
    expect(await scanned(file)).toEqual({ ...NOTHING, left: [file] });
    expect(await reasonsOf(file)).toEqual([
      'is too many folders deep to be recorded: move it to shows/<show>/watched or shows/<show>/<season>/watched',
    ]);
  });

  test.each<readonly [string, string]>([
    ['shows/A/Watched/1.mkv', 'shows/A/Watched'],
    ['shows/A/WATCHED/Season 1/1.mkv', 'shows/A/WATCHED'],
    ['shows/A/Season 1/Watched/1.mkv', 'shows/A/Season 1/Watched'],
    ...(IS_WINDOWS ? [] : [['shows/A/watched /1.mkv', 'shows/A/watched '] as const]),
  ])('in %s are left, since the folder is not spelled watched', async (file, named) => {
    expect(await scanned(file)).toEqual({ ...NOTHING, left: [named] });
  });

  test.each([
    ['shows/watched/1.mkv'],
    ['shows/Watched/Frieren/1.mkv'],
    ['shows/watched/Frieren/watched/01.mkv'],
    ['shows/watched/watched/1.mkv', 'shows/watched/Season 1/watched/2.mkv'],
  ])("that are not in a show's folder are left: %s", async (...files) => {
    const [, name] = files[0]?.split('/') ?? [];

    expect(await scanned(...files)).toEqual({ ...NOTHING, left: [`shows/${name}`] });
    expect(await reasonsOf(...files)).toEqual([
      "is not in a show's folder: move its videos to shows/<show>/watched",
    ]);
  });

  test.each(['watched', 'Watched'])('may belong to a show that is called %s', async (name) => {
    expect(await scanned(`shows/${name}/watched/1.mkv`)).toEqual({
      ...NOTHING,
      shows: { [name]: ['1'] },
    });
  });

  describe("of a show in another show's folder, which its tvshow.nfo reveals,", () => {
    test('are left as one folder, with advice where to move it', async () => {
      const files = [
        'shows/Anime/Dark/watched/01.mkv',
        'shows/Anime/Frieren/tvshow.nfo',
        'shows/Anime/Frieren/watched/01.mkv',
        'shows/Anime/Frieren/Season 2/watched/01.mkv',
        'shows/Anime/watched/Lain/TVShow.nfo',
        'shows/Anime/watched/Lain/01.mkv',
      ];

      expect(await scanned(...files)).toEqual({
        ...NOTHING,
        shows: { Anime: ['Dark/01'] },
        left: ['shows/Anime/Frieren', 'shows/Anime/watched/Lain'],
      });
      expect(await reasonsOf(...files)).toEqual([
        'is a show one folder too deep: move it to shows/Frieren',
        "is a show in another show's folder: move its videos to shows/Lain/watched",
      ]);
    });

    test('are not confused with those of a season, whose folder may also have a tvshow.nfo', async () => {
      expect(
        await scanned('shows/A/Season 1/tvshow.nfo', 'shows/A/Season 1/watched/01.mkv'),
      ).toEqual({
        ...NOTHING,
        shows: { A: ['Season 1/01'] },
      });
    });

    test('may be added later: files prepared for them keep the outer folder', async () => {
      const folder = createFolder(
        'shows/Anime/Dark/watched/01.mkv',
        'shows/Anime/Frieren/poster.jpg',
        'shows/Anime/Frieren/tvshow.nfo',
        'shows/Anime/Frieren/watched/',
      );

      const { shows, left } = await scanMedia(folder.path);

      expect(left).toEqual([]);
      expect(shows.map(({ contents }) => contents)).toEqual([
        {
          files: [],
          folders: ['shows/Anime/Dark/watched', 'shows/Anime/Dark'].map(folder.of),
          blockers: [{ path: folder.of('shows/Anime/Frieren'), reason: 'is a show of its own' }],
        },
      ]);
    });
  });

  test("may be behind links in a show's folder, which are passed over unless they look like files", async () => {
    const folder = createFolder('elsewhere/watched/1.mkv', 'shows/A/Season 1/watched/1.mkv');
    for (const link of ['Season 3', 'Season 1/Part 2', 'poster.jpg', '02.mkv', '@eaDir'])
      symlinkSync(folder.of('elsewhere'), folder.of(`shows/A/${link}`));

    expect(await found(folder)).toEqual({
      ...NOTHING,
      shows: { A: ['Season 1/1'] },
      passedOver: ['shows/A/Season 1/Part 2', 'shows/A/Season 3'],
    });
  });
});
