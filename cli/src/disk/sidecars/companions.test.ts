import { describe, expect, test } from 'vitest';
import { companionsOf } from './companions.ts';
import { companions, fileAt, movieWith, showWith } from './testing/folders.ts';

const NOTHING = { withVideos: [], blockers: [], whole: undefined };

describe('with a video goes, though its folder stays,', () => {
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

describe('with a video does not go', () => {
  test.each([
    ['a subtitle of an episode whose number begins alike', 'watched/S01E010.srt'],
    ['a picture of its own', 'watched/S01E01.mkv_snapshot_00.12.jpg'],
    ['a picture in a folder of the learner', 'My screenshots/S01E01.png'],
    ['a picture among subtitles', 'Subs/S01E01.png'],
    ['a subtitle in a folder of the learner', 'cards/S01E01.srt'],
    ['a subtitle of subtitles in a folder of the learner', 'cards/Subs/S01E01.srt'],
    ['sound cut out of it', 'watched/S01E01.mp3'],
    ['what is not known', 'watched/S01E01.txt'],
    ['a hidden file', 'watched/.S01E01.srt'],
  ])('%s: %s', (_what, file) => {
    const show = showWith('watched/S01E01.mkv', file);

    expect(companions(show)).toEqual({ ...NOTHING, blockers: [file] });
  });
});

describe('of two videos', () => {
  test.each([
    ['Show.mkv', 'Show 2.mkv', 'Show 2.srt'],
    ['S01E1.mkv', 'S01E10.mkv', 'S01E10.srt'],
    ['S01E1.mkv', 'S01E10.mkv', 'S01E10-thumb.jpg'],
    // The language of the first, or the name of the second.
    ['Show.mkv', 'Show.ja.mkv', 'Show.ja.srt'],
    ['Show.mkv', 'Show-poster.mkv', 'Show-poster.jpg'],
  ])('%s and %s the second has %s, for as long as it stays', (first, second, file) => {
    for (const folder of ['watched', 'later']) {
      const show = showWith(`watched/${first}`, `${folder}/${second}`, `watched/${file}`);
      const staying = [`${folder}/${second}`];

      expect(companions(show, { staying })).toEqual(NOTHING);
    }
  });

  test('the first leaves the second its sidecars, and takes its own', () => {
    const show = showWith(
      'watched/Show.mkv',
      'watched/Show.srt',
      'watched/Show 2.mkv',
      'watched/Show 2.srt',
    );

    const { withVideos } = companions(show, { staying: ['watched/Show 2.mkv'] });

    expect(withVideos).toEqual(['watched/Show.srt']);
  });

  test('of one name a sidecar goes with the last', () => {
    const show = showWith('watched/1.mkv', 'watched/1.mp4', 'watched/1.srt');

    expect(companions(show, { staying: ['watched/1.mp4'] }).withVideos).toEqual([]);
    expect(companions(show).withVideos).toEqual(['watched/1.srt']);
  });

  test('of one name in two folders, a subtitle is of the one beside it', () => {
    const show = showWith('watched/1.mkv', 'later/1.mkv', 'watched/1.srt');

    expect(companions(show).withVideos).toEqual(['watched/1.srt']);
  });

  test('of one name, a subtitle that is beside neither stays with the one that stays', () => {
    const show = showWith('watched/1.mkv', 'later/1.mkv', 'Subs/1.srt');

    expect(companions(show).withVideos).toEqual([]);
  });

  test('of two seasons, each has the subtitles of its season', () => {
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
  ])('of two seasons, %s has %s', (video, subtitle) => {
    const show = showWith(video, subtitle, 'Season 2/01.mkv');

    expect(companions(show).withVideos).toEqual([subtitle]);
  });

  test.each([
    'Season 1/cards/01.srt',
    'Season 1/watched/cards/01.srt',
    'watched/Season 1/cards/01.srt',
    'Season 2/01.srt',
    'Season 2/Subs/01.srt',
  ])('of one season, none has %s', (subtitle) => {
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
  ])('%s does not take %s', (video, subtitle) => {
    expect(companions(showWith(video, subtitle)).blockers).toEqual([subtitle]);
  });

  test.each([
    ['Season 2/watched/05.mkv', 'Subs/Season 2/05.srt'],
    ['Season 2/watched/[G] 05.mkv', 'Subs/Season 02/Show - 05.srt'],
    ['Season 2/watched/[G] 05.mkv', 'Show S02E05.srt'],
  ])('%s takes %s, which says the same season', (video, subtitle) => {
    expect(companions(showWith(video, subtitle)).withVideos).toEqual([subtitle]);
  });

  test('one of the show that also fits a video of a season stays with it', () => {
    const show = showWith('watched/01.mkv', 'Season 2/watched/01.mkv', 'Subs/01.srt');

    expect(companions(show, { staying: ['Season 2/watched/01.mkv'] }).withVideos).toEqual([]);
    expect(companions(show).withVideos).toEqual(['Subs/01.srt']);
  });
});

test('the artwork of a season goes though its videos went long ago', () => {
  const show = showWith('watched/1.mkv', 'B/watched/.DS_Store', 'B/poster.jpg');

  expect(companions(show).whole).toEqual(['B/watched/.DS_Store', 'B/poster.jpg']);
});

test.each([
  [
    ['watched/A/01.mkv', 'B/watched/01.mkv'],
    'Subs/01.srt',
    'is of the show, and fits both seasons',
  ],
  [['watched/1.mkv', 'B/other/.DS_Store'], 'B/poster.jpg', 'is in no folder of a season'],
  [['watched/Intro.mkv'], 'watched/Interview.srt', 'has no number, nor has the video'],
  [
    ['watched/Subs.mkv', 'watched/1.mkv'],
    'Subs/Interview.srt',
    'is in a folder called like a video',
  ],
])('of %j none takes %s, which %s', (others, file) => {
  expect(companions(showWith(...others, file)).blockers).toEqual([file]);
});

test('a subtitle in the folder of a season may be of a video in that of the show', () => {
  const show = showWith('watched/S01E01.mkv', 'Season 1/S01E01.srt', 'Season 1/S01E02.mkv');

  expect(companions(show).withVideos).toEqual(['Season 1/S01E01.srt']);
});

test('Unicode forms do not tell names apart', () => {
  const show = showWith('watched/\u304C.mkv', 'watched/\u304B\u3099.srt', 'watched/2.mkv');

  expect(companions(show, { staying: ['watched/2.mkv'] }).withVideos).toHaveLength(1);
});

describe('with its folder goes', () => {
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

  test('nothing at all, and the folders beneath it, deepest first', () => {
    const { whole } = companionsOf(showWith('watched/1.mkv'), new Set());
    const show = showWith('watched/1.mkv', 'watched/Subs/fonts/fansub.ttf');
    const all = companionsOf(show, new Set(show.videos));

    expect(whole).toBeUndefined();
    expect(all.whole?.folders).toEqual([
      '/media/shows/Show/watched/Subs/fonts',
      '/media/shows/Show/watched/Subs',
      '/media/shows/Show/watched',
    ]);
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

  test('a link or anything else that cannot be looked at', () => {
    const show = showWith('watched/S01E01.mkv');
    const link = {
      path: '/media/shows/Show/link',
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
    ['in a folder of a system that is not of the system', '@eaDir/S01E02.mkv'],
  ])('a video %s, without further words', (_what, video) => {
    const show = showWith('watched/S01E01.mkv', video, 'notes.txt');

    expect(companions(show)).toEqual(NOTHING);
  });

  test('a watched video that does not go', () => {
    const show = showWith('watched/S01E01.mkv', 'watched/S01E02.mkv', 'watched/S01E02.srt');

    expect(companions(show, { staying: ['watched/S01E02.mkv'] })).toEqual(NOTHING);
  });
});

describe('why it is kept is said', () => {
  test.each([
    ['notes.txt', 'does not belong to a watched video'],
    ['2.mkv.part', 'is an unfinished download'],
    ['#recycle/2.mkv', 'is in a system folder'],
  ])('of %s', (file, reason) => {
    const show = showWith('watched/S01E01.mkv', file);

    expect(companionsOf(show, new Set(show.videos)).blockers.map((one) => one.reason)).toEqual([
      reason,
    ]);
  });
});

describe('a movie', () => {
  test('in a folder of its own takes all of it along', () => {
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

  test.each(['Subs/2_English.srt', 'Subs/English.srt'])('among others does not take %s', (file) => {
    const inFolderOfAll = { ...movieWith('One.mkv', file), goes: false };

    expect(companions(movieWith('One.mkv', 'Two.mkv', file)).blockers).toEqual([file]);
    expect(companions(inFolderOfAll).blockers).toEqual([file]);
  });

  test.each([
    'Show 2.srt',
    'Show No.srt',
    'Show - the movie.srt',
    'Show.2.srt',
    'Show S01E01.srt',
    'Show.Man.srt',
  ])('does not take %s, which another may have', (file) => {
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
  ])('%s does not take %s', (video, file) => {
    expect(companions(movieWith(video, file)).blockers).toEqual([file]);
  });

  test.each([
    ['The Good.mkv', 'The Good.German.srt'],
    ['The Good.mkv', 'The Good (German).srt'],
    ['The Good.mkv', 'The Good - German.srt'],
    ['The.Good.2006.mkv', 'The.Good.2006.German.srt'],
    ['The.Good.mkv', 'The.Good.de.srt'],
    ['Lola.mkv', 'Lola.English.srt'],
  ])('%s takes %s', (video, file) => {
    expect(companions(movieWith(video, file)).withVideos).toEqual([file]);
  });

  test('in the folder of all takes its own sidecars, and the folder stays', () => {
    const movies = {
      ...movieWith('Suzume.mkv', 'Suzume.ja.srt', 'Ran.mkv', 'Ran.srt'),
      goes: false,
    };

    expect(companions(movies, { staying: ['Ran.mkv'] }).withVideos).toEqual(['Suzume.ja.srt']);
    expect(companions(movies)).toEqual({ ...NOTHING, withVideos: ['Suzume.ja.srt', 'Ran.srt'] });
  });
});

describe('a sidecar that an earlier run has noted', () => {
  const ofGone = fileAt('watched/E1.srt', 1);

  test('goes, though its video is gone', () => {
    const show = showWith('watched/E2.mkv', 'watched/E1.srt', 'watched/E3.srt');

    const { withVideos, blockers } = companions(show, { noted: [ofGone] });

    expect({ withVideos, blockers }).toEqual({
      withVideos: ['watched/E1.srt'],
      blockers: ['watched/E3.srt'],
    });
  });

  test('stays if it is of a video that stays, or is not the same any more', () => {
    const show = showWith('E1.mkv', 'watched/E1.srt');

    expect(companions(show, { noted: [ofGone] }).withVideos).toEqual([]);
    expect(
      companions(showWith('a', 'watched/E1.srt'), { noted: [{ ...ofGone, size: 2 }] }),
    ).toEqual({ ...NOTHING, blockers: ['a', 'watched/E1.srt'] });
  });

  test.each(['S01E05.mkv', 'thesis.docx', 'deck.apkg', 'condensed.mp3', '#recycle/1.mkv'])(
    'stays if it is not one by its kind: %s',
    (file) => {
      const show = showWith('watched/E1.mkv', file);

      const { withVideos, whole } = companions(show, { noted: [fileAt(file, 1)] });

      expect({ withVideos, whole }).toEqual({ withVideos: [], whole: undefined });
    },
  );

  test.each(['watched/fansub.ttf', 'B/poster.jpg'])(
    'stays with a video if it is of the folder: %s',
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

  test('is one of the folder if it is artwork', () => {
    const show = showWith('watched/E1.mkv', 'poster.jpg', 'E2.mkv');

    const { withVideos } = companions(show, { noted: [fileAt('poster.jpg', 1)] });

    expect(withVideos).toEqual([]);
  });
});
