import type { TvdbKind } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { LABELLED_NAMES } from '../media/names/testing/labelled-names.ts';
import { searchNameOf } from '../media/names/testing/search-name-of.ts';
import type { SearchName } from '../media/names/titles/search-name.ts';
import { searchByName } from './search-titles.ts';
import { fakeSearch } from './testing/fake-search.ts';
import { titleOf, titleTracker } from './testing/title-tracker.ts';
import { WORKS, workOf } from './testing/works.ts';
import type { Title } from './title.ts';

const kindOf = (where: string): TvdbKind => (where === 'movie' ? 'movie' : 'series');

describe('among a thousand others', () => {
  const labelled = LABELLED_NAMES.filter(({ label }) => label.title !== '');

  test.each(['a', 'b', 'c', 'd', 'e'])(
    'the first choice for nine names out of ten is right (%s)',
    async (seed) => {
      const { tracker, queries } = titleTracker((kind, query) =>
        fakeSearch(WORKS, kind, query, seed),
      );
      const right: string[] = [];
      for (const one of labelled) {
        const kind = kindOf(one.where);
        const [first] = await searchByName(tracker, kind, searchNameOf(one));
        if (first?.tvdb_id === workOf(kind, one.label.title)) right.push(one.name);
      }

      expect(right.length).toBeGreaterThanOrEqual(0.9 * labelled.length);
      expect(queries.length).toBeLessThan(1.2 * labelled.length);
    },
  );

  test('every label has its work, among a thousand others of its kind', () => {
    const without = labelled.filter(
      ({ where, label }) => workOf(kindOf(where), label.title) === undefined,
    );

    expect(without).toEqual([]);
    for (const kind of ['series', 'movie']) {
      expect(WORKS.filter((work) => work.kind === kind).length).toBeGreaterThan(1000);
    }
  });
});

describe('the order of results', () => {
  const only = (title: string, year: number | null = null): SearchName => {
    return { title, also: [], year };
  };

  test.each<[string, SearchName, Title[], readonly number[]]>([
    [
      'a title with exactly these words comes first',
      only('Dark'),
      [titleOf(1, 'Dark Matter', 2015), titleOf(2, 'Dark', 2017)],
      [2, 1],
    ],
    [
      'case, accents and punctuation do not matter',
      only('shogun'),
      [titleOf(1, 'Shogun Wars', 2001), titleOf(2, 'Shōgun!', 2024)],
      [2, 1],
    ],
    [
      'the original name counts too',
      only('葬送のフリーレン'),
      [
        titleOf(1, 'Frieren Mini', 2023, '葬送のフリーレン ミニ'),
        titleOf(2, 'F', 2023, '葬送のフリーレン'),
      ],
      [2, 1],
    ],
    [
      'a year decides between remakes',
      only('Shogun', 2024),
      [titleOf(1, 'Shōgun', 1980), titleOf(2, 'Shōgun (2024)', 2024)],
      [2, 1],
    ],
    [
      'a film may have come a year later',
      only('Ran', 1986),
      [titleOf(1, 'Ran', 2020), titleOf(2, 'Ran', 1985)],
      [2, 1],
    ],
    [
      'without a year, the remake that has one in its name comes second',
      only('One Piece'),
      [titleOf(1, 'One Piece (2023)', 2023), titleOf(2, 'One Piece', 1999)],
      [2, 1],
    ],
    [
      'a title that begins with these words comes before others',
      only('Frieren'),
      [titleOf(1, 'Mini Frieren', 2023), titleOf(2, "Frieren: Beyond Journey's End", 2023)],
      [2, 1],
    ],
    [
      'lost apostrophes do not matter',
      only('Beyond Journeys End'),
      [titleOf(1, 'Beyond', 2023), titleOf(2, "Beyond Journey's End", 2023)],
      [2, 1],
    ],
    [
      'the number of a title is not its id',
      only('86'),
      [titleOf(86, 'The Law of the Sea', 1998), titleOf(2, '86: Eighty-Six', 2021)],
      [2, 86],
    ],
    ['otherwise it stays', only('Sousou'), [titleOf(1, 'A', 2023), titleOf(2, 'B', 2023)], [1, 2]],
  ])('%s', async (_, name, titles, order) => {
    const { tracker } = titleTracker(() => titles);

    const found = await searchByName(tracker, 'series', name);

    expect(found.map(({ tvdb_id }) => tvdb_id)).toEqual(order);
  });
});

describe('a search by name', () => {
  const found = [titleOf(1, 'Dark', 2017)];
  const name = { title: 'A', also: ['B', 'C', 'D'], year: null };

  test('ends with the first form that finds something', async () => {
    const { tracker, queries } = titleTracker((_, query) => (query === 'B' ? found : []));

    expect(await searchByName(tracker, 'series', name)).toEqual(found);
    expect(queries).toEqual(['A', 'B']);
  });

  test('asks three times at most', async () => {
    const { tracker, queries } = titleTracker(() => []);

    expect(await searchByName(tracker, 'series', name)).toEqual([]);
    expect(queries).toEqual(['A', 'B', 'C']);
  });

  test('sends no more than the tracker takes, and nothing for a blank name', async () => {
    const { tracker, queries } = titleTracker(() => []);

    await searchByName(tracker, 'series', { title: '葬'.repeat(600), also: [], year: null });
    await searchByName(tracker, 'series', { title: '  ', also: [], year: null });

    expect(queries).toEqual(['葬'.repeat(500)]);
  });
});
