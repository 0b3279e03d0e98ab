import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTvdbId } from './read-tvdb-id.ts';

const SHOW_HINT = 'Use the number that the show\'s page on TheTVDB calls "TheTVDB.com Series ID".';
const MOVIE_HINT = 'Use the number that the movie\'s page on TheTVDB calls "TheTVDB.com Movie ID".';

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
    const read = readTvdbId(text, 'series');

    expect(read).toEqual({ id });
  });
});

test('the id of a movie is taken from a link to a movie', () => {
  const read = readTvdbId('https://www.thetvdb.com/dereferrer/movie/2658', 'movie');

  expect(read).toEqual({ id: 2658 });
});

describe("the client says what is wrong, and where to find the show's number, after", () => {
  const noId = 'This is not an id: ids are whole numbers above 0.';
  const neither = 'This is neither a number nor a TheTVDB link.';
  const imdb = 'This is an IMDb id, but a TheTVDB id is needed.';
  const tmdb = 'This is a TMDB id, but a TheTVDB id is needed.';

  test.each([
    ['0', noId],
    ['000', noId],
    ['-421069', noId],
    ['+421069', noId],
    ['421069.0', noId],
    ['421,069', noId],
    ['9007199254740992', noId],
    ['1e5', neither],
    ['0x10', neither],
    ['42 1069', neither],
    ['', neither],
    ['Oshi no Ko', neither],
    ['https://example.org/421069', neither],
    ['tvdb-0', noId],
    ['{tvdb-9007199254740992}', noId],
    ['tvdb-', neither],
    ['tvdb-421069x', neither],
    ['{tmdb}', neither],
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
    ['https://thetvdb.com/series/oshi-no-ko', 'This link contains a name, not a number.'],
    ['https://thetvdb.com/series/1883', 'This link contains a name, not a number.'],
    ['https://thetvdb.com/dereferrer/movie/2658', 'This link leads to a movie, not to a show.'],
    ['https://thetvdb.com/dereferrer/series/x', 'The id in this link is missing or damaged.'],
    ['https://thetvdb.com/dereferrer/episode/1', 'This link does not lead to a show or a movie.'],
    ['https://youtu.be/aB3dE5fG7hI', 'This is a YouTube link, not a TheTVDB link.'],
    ['https://www.youtube.com/@example', 'This is a YouTube link, not a TheTVDB link.'],
    ['spotify:show:38bS44xjbVVZ3No3ByF1dJ', 'This is a Spotify link, not a TheTVDB link.'],
  ])('%j', (text, what) => {
    const read = readTvdbId(text, 'series');

    expect(read).toEqual({ problem: `${what} ${SHOW_HINT}` });
  });
});

describe("the client says where to find the movie's number after", () => {
  test.each([
    ['https://thetvdb.com/movies/run-lola-run', 'This link contains a name, not a number.'],
    ['https://thetvdb.com/dereferrer/series/421069', 'This link leads to a show, not to a movie.'],
  ])('%j', (text, what) => {
    const read = readTvdbId(text, 'movie');

    expect(read).toEqual({ problem: `${what} ${MOVIE_HINT}` });
  });
});

test('any text leads to a whole number above 0, or to a problem', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0129.-e '), maxLength: 20 });
  const text = fc.oneof(fc.string({ unit: 'binary' }), digits);

  fc.assert(
    fc.property(text, fc.constantFrom('series', 'movie'), (typed, kind) => {
      const read = readTvdbId(typed, kind);

      const isId = 'id' in read && Number.isSafeInteger(read.id) && read.id > 0;
      expect(isId || 'problem' in read).toBe(true);
    }),
  );
});

test('any whole number above 0 is accepted unchanged', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => {
      fc.pre(number > 0);

      expect(readTvdbId(` ${number} `, 'movie')).toEqual({ id: number });
    }),
  );
});
