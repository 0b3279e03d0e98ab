import { describe, expect, test } from 'vitest';
import { companionsOf } from './companions.ts';
import { companions, fileAt, inShow, movieWith, showWith } from './testing/folders.ts';

const NOTHING = { withVideos: [], blockers: [], whole: undefined };

describe('a video is removed with its sidecar file, although its folder stays:', () => {
  test.each([
    'watched/S01E01.srt',
    'watched/S01E01.SRT',
    'watched/s01e01.ass',
    'watched/S01E01.ja.srt',
    'watched/S01E01.jpn.forced.srt',
    'watched/S01E01.zh-Hans.ass',
    'watched/S01E01.pt-BR.srt',
    'watched/S01E01.ja.2.srt',
    'watched/S01E01.English [SDH].srt',
    'watched/S01E01_track3_[jpn].ass',
    'watched/S01E01.mkv.srt',
    'watched/S01E01.idx',
    'watched/S01E01.nfo',
    'watched/S01E01.info.json',
    'watched/S01E01.description',
    'watched/S01E01.mkv.vsmeta',
    'watched/S01E01.mkv.md5',
    'watched/S01E01.jpg',
    'watched/S01E01-thumb.jpg',
    'watched/S01E01.poster.png',
    'watched/Subs/S01E01.ja.srt',
    'watched/Subs/S01E01/2_English.srt',
    'watched/Subs/Japanese/S01E01.srt',
    'Subtitles/S01E01.srt',
    'S01E01.ja.srt',
    'S01E01-thumb.jpg',
  ])('%s', (file) => {
    const show = showWith('watched/S01E01.mkv', 'S01E02.mkv', file);

    expect(companions(show)).toEqual({ ...NOTHING, withVideos: [file] });
  });
});

describe('a video is removed without', () => {
  test.each([
    ['the subtitle of an episode whose number starts with the same digits', 'watched/S01E010.srt'],
    ['a snapshot that the learner took', 'watched/S01E01.mkv_snapshot_00.12.jpg'],
    ["a picture in the learner's own folder", 'My screenshots/S01E01.png'],
    ['a picture among subtitles', 'Subs/S01E01.png'],
    ["a subtitle in the learner's own folder", 'cards/S01E01.srt'],
    ["a folder of subtitles in the learner's own folder", 'cards/Subs/S01E01.srt'],
    ['sound extracted from it', 'watched/S01E01.mp3'],
    ['an unknown kind of file', 'watched/S01E01.txt'],
    ['a hidden file', 'watched/.S01E01.srt'],
  ])('%s: %s', (_what, file) => {
    const show = showWith('watched/S01E01.mkv', file);

    expect(companions(show)).toEqual({ ...NOTHING, blockers: [file] });
  });
});

describe('with two videos', () => {
  test.each([
    ['Show.mkv', 'Show 2.mkv', 'Show 2.srt'],
    ['S01E1.mkv', 'S01E10.mkv', 'S01E10.srt'],
    ['S01E1.mkv', 'S01E10.mkv', 'S01E10-thumb.jpg'],
    // `ja` and `poster` may be tags of the first video, or the name of the second.
    ['Show.mkv', 'Show.ja.mkv', 'Show.ja.srt'],
    ['Show.mkv', 'Show-poster.mkv', 'Show-poster.jpg'],
  ])('%s and %s, the second one keeps %s while it stays', (first, second, file) => {
    for (const folder of ['watched', 'later']) {
      const show = showWith(`watched/${first}`, `${folder}/${second}`, `watched/${file}`);
      const staying = [`${folder}/${second}`];

      expect(companions(show, { staying })).toEqual(NOTHING);
    }
  });

  test('the first one is removed with its own sidecar files only', () => {
    const show = showWith(
      'watched/Show.mkv',
      'watched/Show.srt',
      'watched/Show 2.mkv',
      'watched/Show 2.srt',
    );

    const { withVideos } = companions(show, { staying: ['watched/Show 2.mkv'] });

    expect(withVideos).toEqual(['watched/Show.srt']);
  });

  test('with one name, a sidecar file is removed with the last one', () => {
    const show = showWith('watched/1.mkv', 'watched/1.mp4', 'watched/1.srt');

    expect(companions(show, { staying: ['watched/1.mp4'] }).withVideos).toEqual([]);
    expect(companions(show).withVideos).toEqual(['watched/1.srt']);
  });

  test('with one name in two folders, a subtitle belongs to the one beside it', () => {
    const show = showWith('watched/1.mkv', 'later/1.mkv', 'watched/1.srt');

    expect(companions(show).withVideos).toEqual(['watched/1.srt']);
  });

  test('with one name, a subtitle that is beside neither is kept by the one that stays', () => {
    const show = showWith('watched/1.mkv', 'later/1.mkv', 'Subs/1.srt');

    expect(companions(show).withVideos).toEqual([]);
  });

  test('from two seasons, each has the subtitles of its season', () => {
    const show = showWith(
      'Season 1/watched/01.mkv',
      'Season 1/01.srt',
      'Season 1/Subs/01.ja.srt',
      'Season 2/01.mkv',
      'Season 2/01.srt',
      'Season 2/Subs/01.ja.srt',
    );

    expect(companions(show)).toEqual({
      ...NOTHING,
      withVideos: ['Season 1/01.srt', 'Season 1/Subs/01.ja.srt'],
    });
  });

  test.each([
    ['Season 1/watched/01.mkv', 'Season 1/watched/01.srt'],
    ['Season 1/watched/01.mkv', 'Season 1/watched/Subs/01.srt'],
    ['watched/Season 1/01.mkv', 'watched/Season 1/01.srt'],
    ['watched/Season 1/01.mkv', 'watched/Season 1/Subs/01.srt'],
    ['watched/Season 1/01.mkv', 'Season 1/01.srt'],
    ['A/watched/01.mkv', 'A/Subs/01.srt'],
  ])('from two seasons, %s has %s', (video, subtitle) => {
    const show = showWith(video, subtitle, 'Season 2/01.mkv');

    expect(companions(show).withVideos).toEqual([subtitle]);
  });

  test.each([
    'Season 1/cards/01.srt',
    'Season 1/watched/cards/01.srt',
    'watched/Season 1/cards/01.srt',
    'Season 2/01.srt',
    'Season 2/Subs/01.srt',
  ])('from one season, none has %s', (subtitle) => {
    const show = showWith('Season 1/watched/01.mkv', subtitle);

    expect(companions(show).blockers).toEqual([subtitle]);
  });
});

describe('a subtitle prepared for another season stays:', () => {
  test.each([
    ['watched/01.mkv', 'Season 2/01.srt'],
    ['watched/05.mkv', 'Subs/Season 2/05.srt'],
    ['watched/Show - 05.mkv', 'Subs/Show 2/Show - 05.srt'],
    ['watched/[G] Show - 05.mkv', 'Subs/Show 2/Show - 05.srt'],
    ['watched/01.mkv', 'Specials/01.srt'],
    ['Season 2/watched/05.mkv', '05.srt'],
    ['Season 2/watched/05.mkv', 'Show - 05.srt'],
    ['Season 1/watched/05.mkv', 'Season 1/Subs/Season 2/05.srt'],
    ['watched/05.mkv', 'Subs/Season 2/Japanese.srt'],
  ])('%s is not removed with %s', (video, subtitle) => {
    expect(companions(showWith(video, subtitle)).blockers).toEqual([subtitle]);
  });

  test.each([
    ['Season 2/watched/05.mkv', 'Subs/Season 2/05.srt'],
    ['Season 2/watched/[G] 05.mkv', 'Subs/Season 02/Show - 05.srt'],
    ['Season 2/watched/[G] 05.mkv', 'Show S02E05.srt'],
  ])('%s is removed with %s, which names the same season', (video, subtitle) => {
    expect(companions(showWith(video, subtitle)).withVideos).toEqual([subtitle]);
  });

  test("one for the whole show that also fits a season's video is kept by it", () => {
    const show = showWith('watched/01.mkv', 'Season 2/watched/01.mkv', 'Subs/01.srt');

    expect(companions(show, { staying: ['Season 2/watched/01.mkv'] }).withVideos).toEqual([]);
    expect(companions(show).withVideos).toEqual(['Subs/01.srt']);
  });
});

test('the artwork of a season is removed even if its videos were removed long ago', () => {
  const show = showWith('watched/1.mkv', 'B/watched/.DS_Store', 'B/poster.jpg');

  expect(companions(show).whole).toEqual(['B/watched/.DS_Store', 'B/poster.jpg']);
});

test.each([
  [
    ['watched/A/01.mkv', 'B/watched/01.mkv'],
    'Subs/01.srt',
    'belongs to the show, and fits both seasons',
  ],
  [['watched/1.mkv', 'B/other/.DS_Store'], 'B/poster.jpg', "is not in a season's folder"],
  [['watched/Intro.mkv'], 'watched/Interview.srt', 'has no number, like the video'],
  [
    ['watched/Subs.mkv', 'watched/1.mkv'],
    'Subs/Interview.srt',
    'is in a folder named like a video',
  ],
])('none of %j is removed with %s, which %s', (others, file) => {
  expect(companions(showWith(...others, file)).blockers).toEqual([file]);
});

test("a subtitle in a season's folder may belong to a video in the show's folder", () => {
  const show = showWith('watched/S01E01.mkv', 'Season 1/S01E01.srt', 'Season 1/S01E02.mkv');

  expect(companions(show).withVideos).toEqual(['Season 1/S01E01.srt']);
});

test('names in different Unicode forms are the same', () => {
  const show = showWith('watched/\u304C.mkv', 'watched/\u304B\u3099.srt', 'watched/2.mkv');

  expect(companions(show, { staying: ['watched/2.mkv'] }).withVideos).toHaveLength(1);
});

describe('a folder is removed with', () => {
  test.each([
    'poster.jpg',
    'folder.jpg',
    'fanart.PNG',
    'fanart-2.jpg',
    'backdrop1.jpg',
    'discart.png',
    'Show.jpg',
    'Show-poster.jpg',
    'season01-poster.jpg',
    'season-specials-poster.jpg',
    'tvshow.nfo',
    'release.nfo',
    'checksums.md5',
    'theme.mp3',
    'watched/poster.jpg',
    'Season 1/poster.jpg',
    'Season 1/Season 1-poster.jpg',
    'Season 1/season.nfo',
    'Specials/poster.jpg',
    'シーズン 2/poster.jpg',
    'A/poster.jpg',
    'A/A-poster.jpg',
    'A/Show-poster.jpg',
    'B/watched/.DS_Store',
    'fonts/fansub.ttf',
    'Subs/fonts/fansub.otf',
    'watched/fansub.ttf',
    '.DS_Store',
    'anything of mine/Thumbs.db',
    '@eaDir/anything@SynoEAStream',
    'watched/@eaDir/S01E01.mkv/SYNOVIDEO_VIDEO_SCREENSHOT.jpg',
    'watched/@eaDir/S01E01.mkv/SYNOPHOTO_FILM_M.mp4',
    '.stfolder/syncthing-folder-9f1c.txt',
    'watched/._S01E01.mkv',
  ])('%s', (file) => {
    const show = showWith('watched/S01E01.mkv', 'A/watched/2.mkv', file);

    expect(companions(show)).toEqual({ ...NOTHING, whole: [file] });
  });

  test('the folders beneath it, deepest first, but only if its videos are removed', () => {
    const { whole } = companionsOf(showWith('watched/1.mkv'), new Set());
    const show = showWith('watched/1.mkv', 'watched/Subs/fonts/fansub.ttf');
    const all = companionsOf(show, new Set(show.videos));

    expect(whole).toBeUndefined();
    expect(all.whole?.folders).toEqual(
      ['watched/Subs/fonts', 'watched/Subs', 'watched'].map(inShow),
    );
  });
});

describe('a folder is kept by', () => {
  test.each([
    'My screenshots/grammar point S01E03.png',
    'My screenshots/poster.jpg',
    'Other-poster.jpg',
    'fan art.jpg',
    'whiteboard image 2.jpg',
    'Show at the beach.jpg',
    'IMG_1234.jpg',
    'Subs/S02E01.srt',
    'watched/S02E01.srt',
    'movie.ttf',
    'My project/fonts/mine.ttf',
    'my fonts/mine.ttf',
    'theme.txt',
    'condensed.mp3',
    'notes.txt',
    'deck.apkg',
    'README',
    '.hidden.mkv',
    '.stfolder',
    'fonts/mine/mine.ttf',
    'S01E02.mkv.part',
    '.stversions/S01E01~20261127.mkv',
    '#recycle/S01E02.mkv',
    'My screenshots/nfo.nfo',
  ])('%s', (file) => {
    const show = showWith('watched/S01E01.mkv', 'poster.jpg', file);

    expect(companions(show)).toEqual({ ...NOTHING, blockers: [file] });
  });

  test('a link or anything else that cannot be read', () => {
    const show = showWith('watched/S01E01.mkv');
    const link = {
      path: inShow('link'),
      reason: 'is a symbolic link, which is not followed',
    };
    const linked = { ...show, contents: { ...show.contents, blockers: [link] } };

    expect(companionsOf(linked, new Set(linked.videos))).toEqual({
      withVideos: [],
      blockers: [link],
    });
  });

  test.each([
    ['that is not watched', 'S01E02.mkv'],
    ['deep in it', 'a/b/S01E02.mkv'],
    ['in a system folder that is not one of the system', '@eaDir/S01E02.mkv'],
  ])('a video %s, which is not reported', (_what, video) => {
    const show = showWith('watched/S01E01.mkv', video, 'notes.txt');

    expect(companions(show)).toEqual(NOTHING);
  });

  test('a watched video that stays', () => {
    const show = showWith('watched/S01E01.mkv', 'watched/S01E02.mkv', 'watched/S01E02.srt');

    expect(companions(show, { staying: ['watched/S01E02.mkv'] })).toEqual(NOTHING);
  });
});

describe('the reason why a folder is kept', () => {
  test.each([
    ['notes.txt', 'does not belong to a watched video'],
    ['2.mkv.part', 'is an unfinished download'],
    ['#recycle/2.mkv', 'is in a system folder'],
  ])('by %s', (file, reason) => {
    const show = showWith('watched/S01E01.mkv', file);

    expect(companionsOf(show, new Set(show.videos)).blockers.map((one) => one.reason)).toEqual([
      reason,
    ]);
  });
});

describe('a movie', () => {
  test('in a folder of its own is removed with the whole folder', () => {
    const movie = movieWith(
      'Suzume (2022).mkv',
      'Suzume (2022).ja.srt',
      'Subs/2_English.srt',
      'Subs/Japanese.srt',
      'Suzume (2022)-poster.jpg',
      'movie.nfo',
      'poster.jpg',
    );

    expect(companions(movie)).toEqual({
      withVideos: [
        'Suzume (2022).ja.srt',
        'Subs/2_English.srt',
        'Subs/Japanese.srt',
        'Suzume (2022)-poster.jpg',
      ],
      blockers: [],
      whole: ['movie.nfo', 'poster.jpg'],
    });
  });

  test.each(['Subs/2_English.srt', 'Subs/English.srt'])(
    'among others is not removed with %s',
    (file) => {
      const inFolderOfAll = { ...movieWith('One.mkv', file), goes: false };

      expect(companions(movieWith('One.mkv', 'Two.mkv', file)).blockers).toEqual([file]);
      expect(companions(inFolderOfAll).blockers).toEqual([file]);
    },
  );

  test.each([
    'Show 2.srt',
    'Show No.srt',
    'Show - the movie.srt',
    'Show.2.srt',
    'Show S01E01.srt',
    'Show.Man.srt',
  ])('is not removed with %s, which may belong to another movie', (file) => {
    expect(companions(movieWith('Show.mkv', file)).blockers).toEqual([file]);
  });

  test.each([
    ['Up - 02.mkv', 'Dune - 02.srt'],
    ['One.mkv', 'Two.srt'],
    ['One.mkv', 'Japanese.srt'],
    ['One.mkv', 'Subs/2_Two.srt'],
    ['The Good.mkv', 'The Good German.srt'],
    ['The Good.mkv', 'The Good German.ja.srt'],
    ['The.Good.mkv', 'The.Good.German.srt'],
    ['the-good.mkv', 'the-good-german.srt'],
    ['Lola.mkv', 'Lola Original.srt'],
    ['Talk to Me.mkv', 'Talk to Me Korean.srt'],
    ['The.mkv', 'The French.srt'],
    ['The.mkv', 'The Foreign.srt'],
  ])('%s is not removed with %s', (video, file) => {
    expect(companions(movieWith(video, file)).blockers).toEqual([file]);
  });

  test.each([
    ['The Good.mkv', 'The Good.German.srt'],
    ['The Good.mkv', 'The Good (German).srt'],
    ['The Good.mkv', 'The Good - German.srt'],
    ['The.Good.2006.mkv', 'The.Good.2006.German.srt'],
    ['The.Good.mkv', 'The.Good.de.srt'],
    ['Lola.mkv', 'Lola.English.srt'],
  ])('%s is removed with %s', (video, file) => {
    expect(companions(movieWith(video, file)).withVideos).toEqual([file]);
  });

  test('in movies/watched is removed with its own sidecar files, and movies/watched stays', () => {
    const movies = {
      ...movieWith('Suzume.mkv', 'Suzume.ja.srt', 'Ran.mkv', 'Ran.srt'),
      goes: false,
    };

    expect(companions(movies, { staying: ['Ran.mkv'] }).withVideos).toEqual(['Suzume.ja.srt']);
    expect(companions(movies)).toEqual({ ...NOTHING, withVideos: ['Suzume.ja.srt', 'Ran.srt'] });
  });
});

describe('a sidecar file that an earlier run noted', () => {
  const ofGone = fileAt('watched/E1.srt', 1);

  test('is removed although its video is gone', () => {
    const show = showWith('watched/E2.mkv', 'watched/E1.srt', 'watched/E3.srt');

    const { withVideos, blockers } = companions(show, { noted: [ofGone] });

    expect({ withVideos, blockers }).toEqual({
      withVideos: ['watched/E1.srt'],
      blockers: ['watched/E3.srt'],
    });
  });

  test('stays if it belongs to a video that stays, or has changed', () => {
    const show = showWith('E1.mkv', 'watched/E1.srt');

    expect(companions(show, { noted: [ofGone] }).withVideos).toEqual([]);
    expect(
      companions(showWith('a', 'watched/E1.srt'), { noted: [{ ...ofGone, size: 2 }] }),
    ).toEqual({ ...NOTHING, blockers: ['a', 'watched/E1.srt'] });
  });

  test.each(['S01E05.mkv', 'thesis.docx', 'deck.apkg', 'condensed.mp3', '#recycle/1.mkv'])(
    'stays if it is not a kind of sidecar file: %s',
    (file) => {
      const show = showWith('watched/E1.mkv', file);

      const { withVideos, whole } = companions(show, { noted: [fileAt(file, 1)] });

      expect({ withVideos, whole }).toEqual({ withVideos: [], whole: undefined });
    },
  );

  test.each(['watched/fansub.ttf', 'B/poster.jpg'])(
    'stays while a video stays, if it belongs to the folder: %s',
    (file) => {
      for (const video of ['new.mkv', 'watched/new.mkv']) {
        const show = showWith(file, video, 'watched/E1.mkv');

        const { withVideos } = companions(show, { staying: [video], noted: [fileAt(file, 0)] });

        expect(withVideos).toEqual([]);
      }
      const last = companions(showWith(file, 'watched/E1.mkv'), { noted: [fileAt(file, 0)] });
      expect(last.whole).toEqual([file]);
    },
  );

  test('belongs to the folder if it is artwork', () => {
    const show = showWith('watched/E1.mkv', 'poster.jpg', 'E2.mkv');

    const { withVideos } = companions(show, { noted: [fileAt('poster.jpg', 1)] });

    expect(withVideos).toEqual([]);
  });
});
