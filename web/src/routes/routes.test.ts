import { mediaKinds } from '@immersion-tracker/contract';
import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, type Route, routeOf } from './routes.ts';

const kind = fc.constantFrom(...mediaKinds.map(({ id }) => id));
const some = fc.string({ unit: anyCharacter, minLength: 1 });
const filters = fc.record(
  {
    day: fc.constantFrom('2026-11-27', '2024-02-29', undefined),
    kind: fc.option(kind, { nil: undefined }),
    guessed: fc.constantFrom(true, undefined),
    query: fc.option(some, { nil: undefined }),
  },
  { requiredKeys: ['day', 'kind', 'guessed', 'query'] },
);
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>({ page: 'overview' }, { page: 'settings' }),
  fc.record({ page: fc.constant('watched' as const), filters }),
  fc.record({ page: fc.constant('library' as const), kind }),
  fc.record({ page: fc.constant('group' as const), kind, id: some }),
  fc.record({
    page: fc.constant('year' as const),
    year: fc.option(fc.integer({ min: 1970, max: 9999 }), { nil: undefined }),
  }),
);

test('every route has a hash that leads back to it', () => {
  fc.assert(
    fc.property(route, (one) => {
      expect(routeOf(hashOf(one))).toEqual(one);
    }),
  );
});

test.each([
  [{ page: 'watched', filters: { day: '2026-11-27' } }, '#watched?day=2026-11-27'],
  [{ page: 'group', kind: 'episode', id: 'SHOW#a b' }, '#shows/SHOW%23a%20b'],
  [{ page: 'library', kind: 'youtube_video' }, '#channels'],
  [{ page: 'year', year: 2026 }, '#year/2026'],
] as const)('%j has the hash %s', (one, hash) => {
  expect(hashOf(one)).toBe(hash);
});

test.each(['', '#', '#nowhere', '#/shows', '#Shows', '#watched/../x\n'])(
  'the hash %j does not break the page',
  (hash) => {
    expect(['overview', 'watched']).toContain(routeOf(hash).page);
  },
);

test.each([
  ['#watched?day=2026-02-30&kind=vinyl&guessed=maybe', { page: 'watched', filters: {} }],
  ['#watched?day=0000-12-31', { page: 'watched', filters: {} }],
  ['#shows/%E0%A4', { page: 'library', kind: 'episode' }],
  ['#year/next', { page: 'year' }],
])('what %s cannot mean is left out', (hash, expected) => {
  expect(routeOf(hash)).toEqual(expected);
});
