import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTvdbQuery } from './parse-tvdb-query.ts';

describe('a search for a series that is typed as', () => {
  test.each([
    ['words', ' Oshi no  Ko\n', { words: 'Oshi no Ko' }],
    ['one word', 'dark', { words: 'dark' }],
    ['Japanese with a full-width space', '推しの子　２', { words: '推しの子 2' }],
    ['invisible characters', '\u200Bdark\uFEFF', { words: 'dark' }],
    ['nothing', ' \u200B ', {}],
    ['a number', '1883', { id: 1883, words: '1883' }],
    ['a full-width number', '４２１０６９', { id: 421_069, words: '421069' }],
    ['a number in brackets', '[421069]', { id: 421_069, words: '421069' }],
    ['a number that begins with 0', '007', { words: '007' }],
    ['0', '0', { words: '0' }],
    ['a number that is too large', '9007199254740992', { words: '9007199254740992' }],
    ['a number with a comma', '1,883', { words: '1,883' }],
    ['a labelled id', 'tvdb-421069', { id: 421_069 }],
    ['an id as Plex writes it', '{tvdb-421069}', { id: 421_069 }],
    ['an id as Jellyfin writes it', '[tvdbid-421069]', { id: 421_069 }],
    ['an id as TheTVDB writes it', 'TheTVDB.com Series ID 421069', { id: 421_069 }],
    ['the id of a movie', 'TheTVDB.com Movie ID 2658', {}],
    ['a labelled id that cannot be one', 'tvdb-0', {}],
    ['a slug', 'Oshi-no-Ko', { slug: 'oshi-no-ko', words: 'Oshi-no-Ko' }],
    ['words with a hyphen', 'one-punch man', { words: 'one-punch man' }],
    ['a link with a slug', 'https://thetvdb.com/series/dark', { slug: 'dark' }],
    ['a link with a slug of digits', 'https://thetvdb.com/series/1883', { slug: '1883' }],
    ['a link without a scheme', 'www.thetvdb.com/series/dark#seasons', { slug: 'dark' }],
    ['a link with an id', 'https://thetvdb.com/dereferrer/series/421069', { id: 421_069 }],
    ['an old link', 'http://www.thetvdb.com/?tab=series&id=421069', { id: 421_069 }],
    ['a link in a sentence', 'see <https://thetvdb.com/series/dark>.', { slug: 'dark' }],
    ['a link at the end of a sentence', 'thetvdb.com/series/dark.', { slug: 'dark' }],
    ['a link to a movie', 'https://thetvdb.com/movies/suzume', {}],
    ['a link to a movie by id', 'https://thetvdb.com/dereferrer/movie/2658', {}],
    ['a link to another page', 'https://thetvdb.com/search?query=dark', {}],
    ['a link with a damaged id', 'https://thetvdb.com/dereferrer/series/x', {}],
    ['the name of the site', 'thetvdb.com', { words: 'thetvdb.com' }],
  ])('%s (%j) looks up %j', (_, typed, wanted) => {
    expect(parseTvdbQuery(typed, 'series')).toEqual(wanted);
  });
});

describe('a search for a movie that is typed as', () => {
  test.each([
    ['a link with a slug', 'thetvdb.com/movies/suzume', { slug: 'suzume' }],
    ['a link with an id', 'thetvdb.com/dereferrer/movie/2658', { id: 2658 }],
    ['a link to a series', 'https://thetvdb.com/series/dark', {}],
    ['an old link to a series', 'thetvdb.com/?tab=series&id=421069', {}],
    ['the id of a series', 'TheTVDB.com Series ID 421069', {}],
  ])('%s looks up %j', (_, typed, wanted) => {
    expect(parseTvdbQuery(typed, 'movie')).toEqual(wanted);
  });
});

test('any text is read as a valid id, a slug, words, or nothing', () => {
  const piece = fc.constantFrom(
    ...['https://', 'thetvdb.com/', 'series/', 'movies/', 'dereferrer/', '?tab=series&id='],
    ...['tvdb-', '{', '}', '-', '0', '421069', '９', 'é', '%', ' ', '..', '/', '\u0000'],
  );
  const text = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.array(piece).map((all) => all.join('')),
  );

  fc.assert(
    fc.property(text, fc.constantFrom('series', 'movie'), (typed, kind) => {
      const { id, slug, words } = parseTvdbQuery(typed, kind);

      expect(id === undefined || (Number.isSafeInteger(id) && id > 0)).toBe(true);
      expect([slug, words]).not.toContain('');
      expect(words).toBe(words?.trim());
    }),
  );
});
