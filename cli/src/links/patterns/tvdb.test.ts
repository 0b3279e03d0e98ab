import { describe, expect, test } from 'vitest';
import { readLink } from '../read-link.ts';

describe('the id of a show or a movie is found in', () => {
  test.each([
    ['a link with www', 'https://www.thetvdb.com/dereferrer/movie/2658', 'movie', '2658'],
    ['a link without its scheme', 'thetvdb.com/dereferrer/series/421069', 'series', '421069'],
    ['a slash at the end', 'https://thetvdb.com/dereferrer/series/421069/', 'series', '421069'],
    ['an old link', 'http://www.thetvdb.com/?id=421069&tab=series&lid=7', 'series', '421069'],
    ['an older link', 'http://thetvdb.com/index.php?tab=series&id=72879', 'series', '72879'],
    [
      'the largest id',
      'thetvdb.com/dereferrer/movie/9007199254740991',
      'movie',
      '9007199254740991',
    ],
  ])('%s', (_, text, kind, id) => {
    const link = readLink(text);

    expect(link).toEqual({ provider: 'tvdb', kind, id });
  });
});

describe('a link without the id of a show or a movie is refused as', () => {
  test.each([
    ['slug_only', 'https://thetvdb.com/series/oshi-no-ko/seasons/official/1'],
    ['slug_only', 'https://thetvdb.com/series/oshi-no-ko/episodes/9563247'],
    ['slug_only', 'https://thetvdb.com/series/1883'],
    ['slug_only', 'https://www.thetvdb.com/movies/1917/'],
    ['invalid_id', 'https://thetvdb.com/dereferrer/series/oshi-no-ko'],
    ['invalid_id', 'https://thetvdb.com/dereferrer/series/'],
    ['invalid_id', 'https://thetvdb.com/dereferrer/series/0'],
    ['invalid_id', 'https://thetvdb.com/dereferrer/series/-421069'],
    ['invalid_id', 'https://thetvdb.com/dereferrer/series/0421069'],
    ['invalid_id', 'https://thetvdb.com/dereferrer/movie/2658.5'],
    ['invalid_id', 'https://thetvdb.com/dereferrer/movie/9007199254740992'],
    ['invalid_id', 'https://thetvdb.com/dereferrer/movie/%zz'],
    ['invalid_id', 'https://thetvdb.com/?tab=series'],
    ['unsupported_kind', 'https://thetvdb.com/dereferrer/episode/9563247'],
    ['unsupported_kind', 'https://thetvdb.com/?tab=episode&seriesid=421069&id=9563247'],
    ['unsupported_kind', 'https://thetvdb.com/search?tab=series&id=421069'],
    ['unsupported_kind', 'https://thetvdb.com/series'],
    ['unsupported_kind', 'https://thetvdb.com/'],
  ])('%s: %s', (reject, text) => {
    const link = readLink(text);

    expect(link).toEqual({ provider: 'tvdb', reject });
  });
});
