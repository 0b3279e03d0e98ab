import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../errors/failure.ts';
import { createFolder } from '../../testing/folder.ts';
import { HAS_EXACT_NAMES } from '../../testing/system.ts';
import { scanMedia } from './scan.ts';
import { found, NOTHING, scanned } from './testing/scanned.ts';

describe('a disc is left', () => {
  test.each([
    ['shows/A/watched/VIDEO_TS/VTS_01_1.VOB', 'shows/A/watched/VIDEO_TS'],
    ['shows/A/watched/Disc 1/VIDEO_TS/VTS_01_1.VOB', 'shows/A/watched/Disc 1'],
    ['shows/A/watched/Disc 1/BDMV/STREAM/00001.m2ts', 'shows/A/watched/Disc 1'],
    ['shows/A/Season 1/watched/BDMV/STREAM/00001.m2ts', 'shows/A/Season 1/watched/BDMV'],
    ['movies/watched/Ran/VIDEO_TS/VTS_01_1.VOB', 'movies/watched/Ran'],
    ['movies/watched/Ran/video_ts/vts_01_1.vob', 'movies/watched/Ran'],
    ['movies/watched/Ran/VTS_01_1.VOB', 'movies/watched/Ran'],
    ['movies/watched/VIDEO_TS/VTS_01_1.VOB', 'movies/watched/VIDEO_TS'],
    ['movies/watched/VTS_01_1.VOB', 'movies/watched/VTS_01_1.VOB'],
    ['movies/watched/Ran/AUDIO_TS/extra.mkv', 'movies/watched/Ran'],
  ])('with %s', async (file, disc) => {
    expect(await scanned(file)).toEqual({ ...NOTHING, left: [disc] });
  });

  test('with everything in its folder, but without the videos beside it', async () => {
    expect(
      await scanned(
        'movies/watched/Ran/VIDEO_TS/VIDEO_TS.IFO',
        'movies/watched/Ran/AUDIO_TS/',
        'movies/watched/Ran/bonus.mkv',
        'movies/watched/Up.mkv',
        'shows/A/watched/1.vob',
        'shows/A/watched/VIDEO_TS/VTS_01_1.VOB',
      ),
    ).toEqual({
      shows: { A: ['1'] },
      movies: { 'movies/watched': ['Up'] },
      left: ['movies/watched/Ran', 'shows/A/watched/VIDEO_TS'],
      passedOver: [],
    });
  });

  test('but not if it is not in watched', async () => {
    expect(await scanned('shows/A/VIDEO_TS/VTS_01_1.VOB', 'movies/Ran/BDMV/index.bdmv')).toEqual(
      NOTHING,
    );
  });
});

describe('system folders', () => {
  test.each([
    'shows/#recycle/watched/1.mkv',
    'shows/#recycle/A/watched/1.mkv',
    'shows/$RECYCLE.BIN/watched/1.mkv',
    'shows/.stversions/A/watched/1~20261127-101500.mkv',
    'shows/lost+found/watched/1.mkv',
    'shows/@eaDir/watched/1.mkv',
    'shows/System Volume Information/watched/1.mkv',
    'shows/.Trash-1000/files/A/watched/1.mkv',
    'shows/A/@eaDir/watched/1.mkv',
    'shows/A/watched/@eaDir/1.mkv/SYNOVIDEO_VIDEO_SCREENSHOT.jpg',
    'shows/A/watched/.stfolder/x.txt',
    'shows/A/watched/.DS_Store',
    'shows/A/watched/Thumbs.db',
    'shows/A/watched/._1.mkv',
    'movies/watched/@eaDir/Ran.mkv/SYNOINDEX_MEDIA_INFO',
    'movies/#recycle/watched/1.mkv',
  ])('contain no shows and movies: %s', async (file) => {
    expect(await scanned(file)).toEqual(NOTHING);
  });

  test('in watched are passed over', async () => {
    expect(await scanned('shows/A/watched/.stversions/1.mkv')).toMatchObject({
      shows: {},
      left: [],
      passedOver: ['shows/A/watched/.stversions'],
    });
  });

  test('are not confused with hidden folders, which are left', async () => {
    expect(
      await scanned('shows/.hack SIGN/watched/1.mkv', 'shows/A/watched/.mine/1.mkv'),
    ).toMatchObject({ shows: {}, left: ['shows/.hack SIGN', 'shows/A/watched/.mine/1.mkv'] });
  });
});

test('a show may be called Extras, and contain extras, which are left', async () => {
  expect(
    await scanned('shows/Extras/watched/1.mkv', 'shows/Extras/watched/Extras/2.mkv'),
  ).toMatchObject({ shows: { Extras: ['1'] }, left: ['shows/Extras/watched/Extras/2.mkv'] });
});

test('an unfinished download is left', async () => {
  const files = ['05.mkv', '05.mkv.part', '06.mkv', '07.mkv', '07.mkv.aria2', '08.mkv.part'];

  expect(await scanned(...files.map((file) => `shows/A/watched/${file}`))).toMatchObject({
    shows: { A: ['06'] },
    left: ['shows/A/watched/05.mkv', 'shows/A/watched/07.mkv'],
    passedOver: ['shows/A/watched/08.mkv.part'],
  });
});

describe('a file in watched that is neither a video nor a sidecar file', () => {
  test('is passed over', async () => {
    expect(
      await scanned(
        'shows/A/watched/1.mkv',
        'shows/A/watched/1.srt',
        'shows/A/watched/poster.jpg',
        'shows/A/watched/2.srt',
        'shows/A/watched/2.mka',
        'shows/A/Season 1/watched/notes.txt',
        'shows/A/notes.txt',
        'movies/watched/Ran.mkv',
        'movies/watched/Ran.nfo',
        'movies/watched/list.txt',
        'movies/watched/Up/review.md',
      ),
    ).toMatchObject({
      left: [],
      passedOver: [
        'movies/watched/Up/review.md',
        'movies/watched/list.txt',
        'shows/A/Season 1/watched/notes.txt',
        'shows/A/watched/2.mka',
        'shows/A/watched/2.srt',
      ],
    });
  });

  test('is passed over even if no video is there', async () => {
    expect(await scanned('shows/A/watched/deck.apkg')).toMatchObject({
      passedOver: ['shows/A/watched/deck.apkg'],
    });
  });
});

test('a file called watched is not a place for videos', async () => {
  expect(await scanned('shows/A/watched', 'movies/watched')).toMatchObject({
    left: [],
    passedOver: ['movies/watched'],
  });
});

describe('a name', () => {
  test('that is a symbolic link is not followed, but passed over', async () => {
    const folder = createFolder(
      'elsewhere/watched/1.mkv',
      'shows/a/1.mkv',
      'shows/b/watched/0.mkv',
    );
    symlinkSync(folder.of('elsewhere'), folder.of('shows/linked'));
    symlinkSync(folder.of('elsewhere/watched'), folder.of('shows/a/watched'));
    symlinkSync(folder.of('shows/a/1.mkv'), folder.of('shows/b/watched/2.mkv'));
    symlinkSync(folder.of('elsewhere'), folder.of('movies'));

    expect(await found(folder)).toEqual({
      shows: { b: ['0'] },
      movies: {},
      left: [],
      passedOver: ['movies', 'shows/a/watched', 'shows/b/watched/2.mkv', 'shows/linked'],
    });
  });

  if (HAS_EXACT_NAMES) {
    test('must be valid Unicode, and is left otherwise if it may belong to a watched video', async () => {
      const folder = createFolder('shows/a/watched/1.mkv', 'movies/', 'shows/a/Season 1/');
      const bytes = (path: string) => Buffer.from(folder.of(path), 'latin1');
      for (const path of ['shows/a/watched/\xff.mkv', 'shows/a/\xff.mkv', 'movies/\xff.mkv'])
        writeFileSync(bytes(path), 'x');
      for (const path of ['shows/\xfe', 'shows/a/S\xe42', 'shows/a/Season 1/\xfe', 'movies/\xfe'])
        mkdirSync(bytes(path));

      expect(await found(folder)).toMatchObject({
        shows: { a: ['1'] },
        left: [
          'movies/\uFFFD',
          'shows/a/Season 1/\uFFFD',
          'shows/a/S\uFFFD2',
          'shows/a/watched/\uFFFD.mkv',
          'shows/\uFFFD',
        ],
      });
    });

    test('must be unique as Node decodes it, so that no file is read twice', async () => {
      const folder = createFolder('shows/a/watched/x\uFFFD.mkv', 'shows/\uFFFD/watched/1.mkv');
      const bytes = (path: string) => Buffer.from(folder.of(path), 'latin1');
      writeFileSync(bytes('shows/a/watched/x\xff.mkv'), 'another');
      mkdirSync(bytes('shows/\xff'));

      expect(await found(folder)).toEqual({
        ...NOTHING,
        left: ['shows/a/watched/x\uFFFD.mkv', 'shows/\uFFFD'],
      });
    });
  }

  test('may contain U+FFFD itself', async () => {
    expect(await scanned('shows/\uFFFD/watched/\uFFFD.mkv')).toMatchObject({
      shows: { '\uFFFD': ['\uFFFD'] },
      left: [],
    });
  });
});

test('a scan returns the root and all folders that it has read', async () => {
  const folder = createFolder('shows/A/watched/1.mkv', 'movies/watched/Ran/Ran.mkv');

  const { folders } = await scanMedia(folder.path);

  expect(folders.map(({ path }) => folder.within(path)).sort()).toEqual([
    '',
    'movies',
    'movies/watched',
    'movies/watched/Ran',
    'shows',
    'shows/A',
    'shows/A/watched',
  ]);
});

describe('beside shows and movies', () => {
  test.each([
    'watched.txt.txt',
    ...(HAS_EXACT_NAMES ? ['Watched.TXT'] : []),
    'watched (1).txt',
    'watched - Copy.txt',
    'watched.sync-conflict-20261127-101500-ABCDEFG.txt',
    'watched.rtf',
  ])('%s looks like a watched list, and is left', async (name) => {
    expect(await scanned('shows/', name)).toEqual({ ...NOTHING, left: [name] });
  });

  test.each(['watchedlist.txt', 'unwatched.txt', 'watched.txt~', 'watched.txt.bak', 'notes.txt'])(
    '%s does not look like a watched list',
    async (name) => {
      expect(await scanned('shows/', name)).toEqual(NOTHING);
    },
  );

  test.each(['Films/watched/a.mkv', 'Series/A/watched/1.mkv', 'watched/a.mkv'])(
    '%s is left as one folder',
    async (file) => {
      const folders = ['shows/', 'movies/'];

      expect(await scanned(...folders, file)).toEqual({
        ...NOTHING,
        left: [dirname(file).split('/')[0]],
      });
    },
  );

  test('a watched folder with a video among other files is left', async () => {
    expect(await scanned('shows/', 'watched/a.txt', 'watched/b.mkv', 'watched/c.txt')).toEqual({
      ...NOTHING,
      left: ['watched'],
    });
  });

  test('any other folder is ignored', async () => {
    expect(await scanned('shows/', 'music/watched/a.mkv')).toEqual(NOTHING);
  });
});

describe('a folder', () => {
  test('that does not exist is an error', async () => {
    const absent = createFolder().of('absent');

    await expect(scanMedia(absent)).rejects.toThrow(Failure);
    await expect(scanMedia(absent)).rejects.toThrow('is not a folder');
  });

  test('without media is an error that explains what a media folder looks like', async () => {
    await expect(scanMedia(createFolder().path)).rejects.toThrow('shows/<show>/watched/');
  });

  test('with only misnamed media is an error that lists those too', async () => {
    const folder = createFolder('Series/A/watched/1.mkv', 'watched.txt.txt');

    await expect(scanMedia(folder.path)).rejects.toThrow(
      'Series is not read: rename it to shows.\nwatched.txt.txt looks like a watched list, but is not read: rename it to watched.txt.',
    );
  });

  test('with more media under other names has those left', async () => {
    const files = ['shows/a/watched/1.mkv', 'Films/watched/a.mkv', 'watched (1).txt'];

    expect(await scanned(...files)).toEqual({
      ...NOTHING,
      shows: { a: ['1'] },
      left: ['Films', 'watched (1).txt'],
    });
  });

  test('with an empty video has it left', async () => {
    const folder = createFolder('shows/A/watched/1.mkv');
    folder.write('shows/A/watched/2.mkv', '');

    const { shows, left } = await scanMedia(folder.path);

    expect(shows.flatMap(({ videos }) => videos.map(({ name }) => name))).toEqual(['1']);
    expect(left).toEqual([
      {
        path: folder.of('shows/A/watched/2.mkv'),
        reason: 'is empty: delete it, or put the video in its place',
      },
    ]);
  });

  test('with only an empty watched list is a media folder', async () => {
    const folder = createFolder();
    folder.write('watched.txt', '');

    const { list, left } = await scanMedia(folder.path);

    expect(list).toMatchObject({ links: [] });
    expect(left).toEqual([]);
  });

  test('may be given as a link', async () => {
    const folder = createFolder('media/shows/A/watched/1.mkv');
    symlinkSync(folder.of('media'), folder.of('link'));

    const { shows } = await scanMedia(folder.of('link'));

    expect(shows.map(({ name }) => name)).toEqual(['A']);
  });
});
