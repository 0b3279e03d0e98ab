import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { standInKeys } from '../server/keys.ts';
import { sample } from '../server/samples.ts';
import type { TokenIssuer } from '../server/start-token-issuer.ts';
import { makeSeries } from './catalogue.ts';
import { startTvdb } from './tvdb.ts';

const lighthouse = makeSeries({ id: 900_105, name: '灯台の姉妹', image: '/a.jpg', runtime: 50 });
const page = z.object({
  data: z.array(z.looseObject({ tvdb_id: z.string(), type: z.string() })),
  links: z.object({ total_items: z.number() }),
});
let tvdb: TokenIssuer;
let token: string;

beforeEach(async () => {
  tvdb = await startTvdb({
    series: (id) => (id === 900_105 ? lighthouse : undefined),
    named: { series: [900_105] },
  });
  const body = JSON.stringify({ apikey: standInKeys.tvdb_api_key });
  const response = await fetch(`${tvdb.url}/v4/login`, { method: 'POST', body });
  const answer = z.object({ data: z.object({ token: z.string() }) }).parse(await response.json());
  token = answer.data.token;
});

afterEach(() => tvdb.close());

const get = (path: string): Promise<Response> =>
  fetch(`${tvdb.url}/v4/${path}`, { headers: { authorization: `Bearer ${token}` } });

/** What a search finds, as `type id`. */
async function found(query: Record<string, string>): Promise<string[]> {
  const response = await get(`search?${new URLSearchParams(query)}`);
  const { data } = page.parse(await response.json());
  return data.map(({ type, tvdb_id }) => `${type} ${tvdb_id}`);
}

describe('a search', () => {
  test.each([
    ['query=Oshi+no+Ko&type=series', 200, 'search_ok.json'],
    ['query=lola&type=movie', 200, 'search_movie_ok.json'],
    ['query=unknown+show&type=series', 200, 'search_empty.json'],
    ['type=series', 400, 'error_400_query_required.json'],
  ])('with %s is answered with %i and %s', async (query, status, file) => {
    const response = await get(`search?${query}`);

    expect(response.status).toBe(status);
    expect(await response.text()).toBe(sample(`tvdb/${file}`));
  });

  test('finds recorded and named records by words of their names, and others by number', async () => {
    expect(await found({ query: 'celine', type: 'movie' })).toEqual(['movie 353554']);
    expect(await found({ query: '姉妹', type: 'series' })).toEqual(['series 900105']);
    expect(await found({ query: 'Movie 12', type: 'movie' })).toEqual(['movie 12']);
  });

  test('without a type finds series and movies', async () => {
    const all = await found({ query: 'run' });

    expect(all.toSorted()).toEqual(['movie 2658', 'series 999002', 'series 999003']);
  });

  test('for anything else finds the same made-up records each time, as many as asked for', async () => {
    const once = await found({ query: 'Dark', type: 'series' });
    const again = await found({ query: 'dark', type: 'series' });
    const rest = await found({ query: 'dark', type: 'series', limit: '1', offset: '1' });

    expect(once).toHaveLength(3);
    expect(again).toEqual(once);
    expect(rest).toEqual(once.slice(1, 2));
  });

  test('needs a token', async () => {
    const response = await fetch(`${tvdb.url}/v4/search?query=dark`);

    expect(response.status).toBe(401);
  });
});

test.each([
  ['series/slug/oshi-no-ko', 421_069],
  ['series/slug/series-900105', 900_105],
  ['series/slug/series-12', 12],
  ['movies/slug/run-lola-run', 2658],
])('the slug in %s belongs to %i', async (path, id) => {
  const response = await get(path);

  expect(await response.json()).toMatchObject({ status: 'success', data: { id } });
});

test.each([
  ['series/421069', '[Oshi No Ko]', 'In the entertainment industry, lies are weapons.'],
  ['series/999008', 'English 999008', 'About English 999008.'],
  ['series/12', 'Series 12', 'About Series 12.'],
  ['movies/2658', 'Run Lola Run', 'About Run Lola Run.'],
])('%s is called %s in English', async (path, name, overview) => {
  const response = await get(`${path}/translations/eng`);

  expect(await response.json()).toEqual({
    status: 'success',
    data: { name, overview, language: 'eng' },
  });
});

test.each([
  ['series/slug/dark', 'series_404.json'],
  ['series/slug/run-lola-run', 'series_404.json'],
  ['series/slug/series-900000', 'series_404.json'],
  ['movies/353554/translations/eng', 'movie_404.json'],
  ['movies/900000/translations/eng', 'movie_404.json'],
])('%s does not exist', async (path, file) => {
  const response = await get(path);

  expect(response.status).toBe(404);
  expect(await response.text()).toBe(sample(`tvdb/${file}`));
});
