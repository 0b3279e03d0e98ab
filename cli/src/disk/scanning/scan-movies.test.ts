import { symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../../testing/folder.ts';
import { scanMedia } from './scan.ts';
import { found, NOTHING, reasonsOf, scanned } from './testing/scanned.ts';

describe('movies', () => {
  test('are the videos in movies/watched and in folders there', async () => {
    expect(
      await scanned(
        'movies/watched/Ran.iso',
        'movies/watched/Suzume (2022)/Suzume (2022).mkv',
        'movies/watched/Trilogy/One.mkv',
        'movies/watched/Trilogy/Two.mkv',
        'movies/unwatched.mkv',
        'movies/other/film.mkv',
      ),
    ).toEqual({
      ...NOTHING,
      movies: {
        'movies/watched': ['Ran'],
        'movies/watched/Suzume (2022)': ['Suzume (2022)'],
        'movies/watched/Trilogy': ['Trilogy/One', 'Trilogy/Two'],
      },
    });
  });

  test('share no files: each folder has the files beneath it', async () => {
    const folder = createFolder(
      'movies/watched/Ran.mkv',
      'movies/watched/Ran.srt',
      'movies/watched/Subs/Ran.ja.srt',
      'movies/watched/Suzume/Suzume.mkv',
      'movies/watched/Suzume/Subs/2_English.srt',
    );

    const { movies } = await scanMedia(folder.path);

    const within = movies.map(({ path, goes, contents }) => {
      const files = contents.files.map((file) => folder.within(file.path));
      return [folder.within(path), goes, files, contents.folders.map(folder.within)];
    });
    expect(within).toEqual([
      [
        'movies/watched',
        false,
        ['movies/watched/Ran.srt', 'movies/watched/Subs/Ran.ja.srt'],
        ['movies/watched/Subs'],
      ],
      [
        'movies/watched/Suzume',
        true,
        ['movies/watched/Suzume/Subs/2_English.srt'],
        ['movies/watched/Suzume/Subs'],
      ],
    ]);
  });

  test('may be in a folder that is also called watched', async () => {
    expect(await scanned('movies/watched/watched/1.mkv')).toEqual({
      ...NOTHING,
      movies: { 'movies/watched/watched': ['watched/1'] },
    });
  });

  test('that are too many folders deep are left', async () => {
    expect(await scanned('movies/watched/a/b/1.mkv')).toEqual({
      ...NOTHING,
      left: ['movies/watched/a/b/1.mkv'],
    });
  });

  test.each([
    ['movies/Ran/watched/Ran.mkv', 'movies/Ran/watched'],
    ['movies/Collection/Suzume/watched/Part 1/Suzume.mkv', 'movies/Collection/Suzume/watched'],
    ['movies/Ghibli/Watched/Totoro.mkv', 'movies/Ghibli/Watched'],
    ['movies/.stuff/watched/Up.mkv', 'movies/.stuff/watched'],
  ])('in a misplaced watched folder are left: %s', async (file, named) => {
    expect(await scanned(file)).toEqual({ ...NOTHING, left: [named] });
    expect(await reasonsOf(file)).toEqual(['is not read: move its contents to movies/watched']);
  });

  test('in a watched folder with the wrong letter case are left', async () => {
    expect(await scanned('movies/Watched/Up.mkv')).toEqual({
      ...NOTHING,
      left: ['movies/Watched'],
    });
    expect(await reasonsOf('movies/Watched/Up.mkv')).toEqual([
      'is not read: rename it to watched, in lower-case letters and without spaces',
    ]);
  });

  test('may be behind links, which are passed over unless they look like links to files', async () => {
    const folder = createFolder('elsewhere/Up.mkv', 'movies/Pixar/', 'movies/Ran/watched/');
    const links = ['Linked', 'Pixar/watched', 'Ran/watched/Ran.mkv', 'Up.mkv', 'Pixar/Up.mkv'];
    for (const link of links) symlinkSync(folder.of('elsewhere'), folder.of(`movies/${link}`));

    expect(await found(folder)).toEqual({
      ...NOTHING,
      passedOver: ['movies/Linked', 'movies/Pixar/watched', 'movies/Ran/watched/Ran.mkv'],
    });
  });
});
