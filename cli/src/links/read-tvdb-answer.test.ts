import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTvdbAnswer } from './read-tvdb-answer.ts';

const SHOW_HINT = "Use the show's title, or its id or link on TheTVDB.";
const MOVIE_HINT = "Use the movie's title, or its id or link on TheTVDB.";

describe('the id of a show is taken from', () => {
  test.each([
    ['a number', '421069', 421_069],
    ['a number with spaces around it', ' 421069\n', 421_069],
    ['a number with leading zeros', '0042', 42],
    ['1', '1', 1],
    ['the largest number', '9007199254740991', 9_007_199_254_740_991],
    ['a link', ' https://thetvdb.com/dereferrer/series/421069 ', 421_069],
    ['an old link', 'thetvdb.com/?tab=series&id=72879', 72_879],
    ['full-width digits', '４２１０６９', 421_069],
    ['a number with invisible characters around it', '\u200B421069\u202C\uFEFF', 421_069],
    ['a tag in braces', '{tvdb-421069}', 421_069],
    ['a tag in full-width braces', '｛ｔｖｄｂ－４２１０６９｝', 421_069],
    ['a tag in brackets', ' [tvdbid-421069] ', 421_069],
    ['a tag in parentheses', '(tvdb_421069)', 421_069],
    ['a tag without brackets', 'tvdb-421069', 421_069],
    ['a tag with a colon', 'tvdb:421069', 421_069],
    ['a tag with an equals sign', 'tvdbid=421069', 421_069],
    ['a tag in capitals', 'TVDB ID: 421069', 421_069],
    ["the label on TheTVDB's page", 'TheTVDB.com Series ID\t421069', 421_069],
    ['a number in braces', '{421069}', 421_069],
    ['a link in angle brackets', '<https://thetvdb.com/dereferrer/series/421069>', 421_069],
    ['a link in Markdown', '[Oshi no Ko](https://thetvdb.com/dereferrer/series/421069)', 421_069],
  ])('%s', (_, text, id) => {
    const read = readTvdbAnswer(text, 'series');

    expect(read).toMatchObject({ kind: 'id', id });
  });
});

test('the id of a movie is taken from a link to a movie', () => {
  const read = readTvdbAnswer('https://www.thetvdb.com/dereferrer/movie/2658', 'movie');

  expect(read).toEqual({ kind: 'id', id: 2658, isCertain: true });
});

test.each([
  ['1883', false],
  ['{1883}', false],
  ['tvdb-1883', true],
  ['https://thetvdb.com/dereferrer/series/1883', true],
])('%s can only be an id: %s', (text, isCertain) => {
  expect(readTvdbAnswer(text, 'series')).toEqual({ kind: 'id', id: 1883, isCertain });
});

describe('a page is taken from', () => {
  test.each([
    ['a link', 'https://thetvdb.com/series/oshi-no-ko', 'series', 'series/oshi-no-ko'],
    ['a link without a scheme', 'thetvdb.com/series/1883', 'series', 'series/1883'],
    ['a deeper link', 'https://thetvdb.com/series/dark/seasons/1', 'series', 'series/dark'],
    ['Markdown', '[1917](https://thetvdb.com/movies/1917)', 'movie', 'movies/1917'],
  ] as const)('%s', (_, text, kind, path) => {
    expect(readTvdbAnswer(text, kind)).toEqual({
      kind: 'page',
      link: `https://thetvdb.com/${path}`,
    });
  });
});

describe('words are', () => {
  test.each([
    'Oshi no Ko',
    'oshi-no-ko',
    '推しの子',
    '9-1-1',
    '11.22.63',
    '421,069',
    '421069.0',
    '1e5',
    '0x10',
    '42 1069',
    'tvdb-',
    'tvdb-421069x',
    'Mr.Robot',
    'Fate/Zero',
    'S.W.A.T.',
    'Steins;Gate',
    'Later: with Jools',
    '',
  ])('%j', (text) => {
    expect(readTvdbAnswer(text, 'series')).toEqual({ kind: 'words', words: text });
  });
});

describe('the client says what is wrong, and what to use instead, after', () => {
  const noId = 'This is not an id: ids are whole numbers above 0.';
  const imdb = 'This is an IMDb id, not one of TheTVDB.';
  const tmdb = 'This is a TMDB id, not one of TheTVDB.';

  test.each([
    ['0', noId],
    ['000', noId],
    ['-421069', noId],
    ['+421069', noId],
    ['9007199254740992', noId],
    ['https://example.org/421069', 'This link does not lead to TheTVDB.'],
    ['example.org/421069', 'This link does not lead to TheTVDB.'],
    ['tvdb-0', noId],
    ['{tvdb-9007199254740992}', noId],
    ['tt5753856', imdb],
    ['{imdb-tt5753856}', imdb],
    ['[imdbid-tt5753856]', imdb],
    ['imdb:tt5753856', imdb],
    ['https://www.imdb.com/title/tt5753856/', imdb],
    ['tmdb-70523', tmdb],
    ['{tmdb-70523}', tmdb],
    ['[tmdbid=70523]', tmdb],
    ['https://www.themoviedb.org/tv/70523-dark', tmdb],
    ['TheTVDB.com Movie ID 2658', 'This is the id of a movie, not of a show.'],
    [
      'thetvdb.com/dereferrer/series/1 thetvdb.com/dereferrer/series/2',
      'There is more than one link here.',
    ],
    ['https://thetvdb.com/movies/1917', 'This link leads to a movie, not to a show.'],
    ['https://thetvdb.com/dereferrer/movie/2658', 'This link leads to a movie, not to a show.'],
    ['https://thetvdb.com/dereferrer/series/x', 'The id in this link is missing or damaged.'],
    ['https://thetvdb.com/dereferrer/episode/1', 'This link does not lead to a show or a movie.'],
    ['https://youtu.be/aB3dE5fG7hI', 'This is a YouTube link, not a TheTVDB link.'],
    ['https://www.youtube.com/@example', 'This is a YouTube link, not a TheTVDB link.'],
    ['spotify:show:38bS44xjbVVZ3No3ByF1dJ', 'This is a Spotify link, not a TheTVDB link.'],
  ])('%j', (text, what) => {
    const read = readTvdbAnswer(text, 'series');

    expect(read).toEqual({ problem: `${what} ${SHOW_HINT}` });
  });
});

test('the client says what to use for a movie after a link to a show', () => {
  const read = readTvdbAnswer('https://thetvdb.com/dereferrer/series/421069', 'movie');

  expect(read).toEqual({
    problem: `This link leads to a show, not to a movie. ${MOVIE_HINT}`,
  });
});

test('any text is words, a page, or a whole number above 0, or leads to a problem', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0129.-e '), maxLength: 20 });
  const text = fc.oneof(fc.string({ unit: anyCharacter }), digits);

  fc.assert(
    fc.property(text, fc.constantFrom('series', 'movie'), (typed, kind) => {
      const read = readTvdbAnswer(typed, kind);

      const isId = 'id' in read && Number.isSafeInteger(read.id) && read.id > 0;
      expect(isId || 'words' in read || 'link' in read || 'problem' in read).toBe(true);
    }),
  );
});

test('any whole number above 0 is accepted unchanged', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => {
      fc.pre(number > 0);

      expect(readTvdbAnswer(` ${number} `, 'movie')).toMatchObject({ id: number });
    }),
  );
});
