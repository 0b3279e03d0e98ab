import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import type { Remark } from './remarks.ts';
import { scanMedia } from './scan.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'immersion-scan-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file);
  }
}

const named = (remarks: readonly Remark[]) =>
  remarks.map(({ path }) => relative(root, path)).sort();

/** What a scan finds, by names. */
async function found() {
  const { shows, movies, ignored, unreadable } = await scanMedia(root);
  return {
    shows: Object.fromEntries(shows.map(({ name, videos }) => [name, videos.map((v) => v.name)])),
    movies: movies.map(({ name }) => name),
    ignored: named(ignored),
    unreadable: named(unreadable),
  };
}

describe('what is found', () => {
  test('is the videos directly in watched, of shows and of movies', async () => {
    write('shows/b/watched/2.mkv', 'shows/b/watched/1.MP4', 'shows/a/watched/x.avi');
    write('movies/watched/film.mkv', 'movies/unwatched.mkv', 'movies/other/film.mkv');
    write('shows/b/3.mkv', 'shows/c/Watched/1.mkv', 'shows/c/seen/1.mkv', 'shows/loose.mkv');

    expect(await found()).toEqual({
      shows: { a: ['x'], b: ['1', '2'] },
      movies: ['film'],
      ignored: ['shows/c/Watched'],
      unreadable: [],
    });
  });

  test('is no hidden file, and nothing that is no video', async () => {
    write('shows/a/watched/._1.mkv', 'shows/a/watched/.DS_Store', 'shows/a/watched/1.srt');

    expect(await found()).toMatchObject({ shows: {}, ignored: [] });
  });

  test('has the names of all systems in one form', async () => {
    write('shows/\u304B\u3099/watched/\u306F\u309A.mkv');

    expect(await found()).toMatchObject({ shows: { '\u304C': ['\u3071'] } });
  });

  test('is nothing behind symbolic links, and each is named', async () => {
    write('elsewhere/watched/1.mkv', 'shows/a/1.mkv', 'shows/b/watched/real.mkv');
    symlinkSync(join(root, 'elsewhere'), join(root, 'shows/linked'));
    symlinkSync(join(root, 'elsewhere/watched'), join(root, 'shows/a/watched'));
    symlinkSync(join(root, 'shows/a/1.mkv'), join(root, 'shows/b/watched/2.mkv'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'movies'));

    expect(await found()).toEqual({
      shows: { b: ['real'] },
      movies: [],
      ignored: ['movies', 'shows/a/watched', 'shows/b/watched/2.mkv', 'shows/linked'],
      unreadable: [],
    });
  });

  test('is not in folders inside watched, which are named where they hold videos', async () => {
    write('shows/a/watched/Season 1/1.mkv', 'shows/a/watched/Subs/1.srt');

    expect(await found()).toMatchObject({ shows: {}, ignored: ['shows/a/watched/Season 1'] });
  });

  test('is no name that is not Unicode, and that is named', async () => {
    write('shows/a/watched/1.mkv');
    const watched = Buffer.from(join(root, 'shows/a/watched/'));
    writeFileSync(Buffer.concat([watched, Buffer.from([0xff]), Buffer.from('.mkv')]), 'x');
    const shows = Buffer.from(join(root, 'shows/'));
    mkdirSync(Buffer.concat([shows, Buffer.from([0xfe])]));

    expect(await found()).toMatchObject({
      shows: { a: ['1'] },
      unreadable: ['shows/a/watched/\uFFFD.mkv', 'shows/\uFFFD'],
    });
  });

  test('may hold U+FFFD itself', async () => {
    write('shows/\uFFFD/watched/\uFFFD.mkv');

    expect(await found()).toMatchObject({ shows: { '\uFFFD': ['\uFFFD'] }, unreadable: [] });
  });
});

describe('beneath a show', () => {
  test('are its sidecars, its folders, and what keeps it', async () => {
    write('shows/a/watched/1.mkv', 'shows/a/watched/1.srt', 'shows/a/poster.jpg');
    write('shows/a/next/2.mkv', 'shows/a/condensed.mp3');
    mkdirSync(join(root, 'shows/a/deep/er'), { recursive: true });

    const { shows } = await scanMedia(root);

    const beneath = shows[0]?.beneath;
    const inShow = (paths: readonly string[] = []) =>
      paths.map((path) => relative(join(root, 'shows/a'), path));
    expect(inShow(beneath?.sidecars.map(({ path }) => path)).sort()).toEqual([
      'poster.jpg',
      'watched/1.srt',
    ]);
    expect(inShow(beneath?.folders).sort()).toEqual(['deep', 'deep/er', 'next', 'watched']);
    expect(inShow(beneath?.folders).indexOf('deep/er')).toBeLessThan(
      inShow(beneath?.folders).indexOf('deep'),
    );
    expect(inShow(beneath?.keepers.map(({ path }) => path)).sort()).toEqual([
      'condensed.mp3',
      'next/2.mkv',
    ]);
  });
});

describe('a folder', () => {
  test('that is none is said', async () => {
    await expect(scanMedia(join(root, 'absent'))).rejects.toThrow(Failure);
    await expect(scanMedia(join(root, 'absent'))).rejects.toThrow('is no folder');
  });

  test('without media is answered with what a media folder looks like', async () => {
    await expect(scanMedia(root)).rejects.toThrow('shows/<show>/watched/');
  });

  test('with media under another name is answered with that name, too', async () => {
    write('Movies/a.mkv', 'watched.txt.txt');

    const scanned = scanMedia(root);

    await expect(scanned).rejects.toThrow(
      /movies\/watched\/.*\nMovies is not read: rename it to movies\.\nwatched\.txt\.txt looks like the list, but is not read: rename it to watched\.txt\.$/s,
    );
  });

  test('with more media under another name has that named as left', async () => {
    write('shows/a/watched/1.mkv', 'Movies/watched/a.mkv', 'watched (1).txt');

    expect(await found()).toMatchObject({
      shows: { a: ['1'] },
      unreadable: ['Movies', 'watched (1).txt'],
    });
  });

  test('with nothing but an empty list is a media folder', async () => {
    write('watched.txt');
    writeFileSync(join(root, 'watched.txt'), '');

    const { list } = await scanMedia(root);

    expect(list).toMatchObject({ youtube: [], spotify: [], problems: [] });
  });
});
