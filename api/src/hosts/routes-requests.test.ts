import { randomUUID } from 'node:crypto';
import { type Endpoint, endpoints, type Operation } from '@immersion-tracker/contract';
import type { Providers } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { toCursor } from '../http/cursor.ts';
import type { Store } from '../store/store.ts';
import { openMemoryStore } from '../store/testing/memory-store.ts';
import { startCatalogue } from './testing/catalogue.ts';
import { openService, type Service } from './testing/open-service.ts';
import { listRecords } from './testing/pages.ts';

let providers: Providers;
let store: Store;
let service: Service;
beforeAll(async () => {
  providers = await startCatalogue();
  store = openMemoryStore();
  service = openService(store, providers);
});
afterAll(async () => {
  store.close();
  await providers.close();
});

const WATCHED_AT = 1_700_000_000;
const EPISODE = 'EPISODE#of alice#one';
const SPOTIFY_ID = 'episode00000000000m7x1';

const record = {
  ...{ pk: 'USER#alice', sk: EPISODE, user: 'alice', folder_name: 'of alice', file_name: 'one' },
  ...{ timestamp: WATCHED_AT, episode_duration: 1234, source: 'run of alice' },
};

/** A request with every field; undefined if the operation does not take one. */
const requests: Readonly<Record<Operation, Readonly<Record<string, unknown>> | undefined>> = {
  getProgress: undefined,
  getShows: undefined,
  syncEpisodes: {
    episodes: [
      { folder_name: 'of alice', file_name: 'one', watched_at: WATCHED_AT, duration: 1234 },
    ],
    source: 'run of alice',
  },
  syncMovies: {
    movies: [{ file_name: 'of alice', tvdb_id: 5, watched_at: WATCHED_AT, duration: 1234 }],
    source: 'run of alice',
  },
  syncYoutube: {
    video_ids: ['video-m7x-1'],
    watched_at: { 'video-m7x-1': WATCHED_AT },
    source: 'run of alice',
  },
  syncSpotify: {
    episode_ids: [SPOTIFY_ID],
    watched_at: { [SPOTIFY_ID]: WATCHED_AT },
    source: 'run of alice',
    backfill: true,
  },
  updateShow: { folder_name: 'of alice', tvdb_id: 5 },
  updateMovie: { file_name: 'of alice', tvdb_id: 5 },
  search: { type: 'series', query: 'Series 5' },
  lookup: { ids: [EPISODE] },
  rewatch: { ids: [EPISODE], watched_at: WATCHED_AT, source: 'run of alice' },
  previewBackfill: { episode_ids: [SPOTIFY_ID] },
  getWatched: {
    ...{
      limit: '5',
      before: toCursor({ timestamp: 4_000_000_000, id: '' }),
      day: '2023-11-15',
      kind: 'episode',
    },
    ...{ group_id: 'SHOW#of alice', guessed: 'false', query: 'alice' },
  },
  updateWatched: { id: EPISODE, watched_at: WATCHED_AT },
  getLibrary: { year: '2023' },
  getRecords: { ids: [EPISODE] },
  listRecords: { before: toCursor('EPISODE#') },
  remove: { ids: [EPISODE] },
  restore: { records: [record] },
  getHistory: undefined,
  getSettings: undefined,
  updateSettings: {
    ...{ time_zone: 'Europe/Berlin', day_starts_at_hour: 4, daily_goal_minutes: 60 },
    ...{ target_hours: 1000, target_date: '2028-03-31' },
  },
  getProviders: undefined,
};

const operations = Object.entries<Endpoint>(endpoints).map(([operation, endpoint]) => {
  return { operation, endpoint, request: new Map(Object.entries(requests)).get(operation) };
});

/** Values that a query refuses. Every text is a valid `group_id`, and every text is a valid `query` of a list. */
const refusedQueries: readonly [Endpoint, field: string, value: string][] = [
  [endpoints.search, 'type', 'film'],
  [endpoints.search, 'query', ' '],
  [endpoints.getWatched, 'limit', '0'],
  [endpoints.getWatched, 'limit', '201'],
  [endpoints.getWatched, 'limit', '1.5'],
  [endpoints.getWatched, 'before', 'not a cursor'],
  [endpoints.getWatched, 'day', '2026-02-30'],
  [endpoints.getWatched, 'kind', 'show'],
  [endpoints.getWatched, 'guessed', 'yes'],
  [endpoints.getLibrary, 'year', '26'],
  [endpoints.listRecords, 'before', '____'],
];

/** The paths of all values in a request, such as `episodes[0].file_name`. */
function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, field]) => {
    const isName = /^[a-z_]\w*$/i.test(name);
    const step = isName
      ? `${path && '.'}${name}`
      : `[${Array.isArray(value) ? name : `"${name}"`}]`;
    return pathsIn(field, path + step);
  });
  return path === '' ? inner : [path, ...inner];
}

/** The request with another value at the path. */
function changed(value: unknown, [step = '', ...rest]: readonly string[], to: unknown): unknown {
  const field = rest.length === 0 ? to : changed(Object(value)[step], rest, to);
  return Array.isArray(value)
    ? value.with(Number(step), field)
    : { ...Object(value), [step]: field };
}

const without = (request: unknown, path: string): unknown =>
  JSON.parse(JSON.stringify(changed(request, stepsOf(path), undefined)));

const stepsOf = (path: string): string[] => path.match(/[^.[\]"]+/g) ?? [];

/** The path that a 400 names. */
const pathIn = (body: unknown): string => `${Object(body).message}`.split(': ')[0] ?? '';

test.each(operations)('$operation has a complete request here', ({ endpoint, request }) => {
  const fields = endpoint.request instanceof z.ZodObject ? Object.keys(endpoint.request.shape) : [];

  expect(Object.keys(request ?? {}).sort()).toEqual(fields.sort());
});

describe('a request that does not fit its schema is refused with the path', () => {
  const bodies = operations.filter(({ endpoint }) => endpoint.method !== 'GET');
  const fields = bodies.flatMap(({ request, ...operation }) =>
    pathsIn(request).map((path) => ({ ...operation, request, path })),
  );

  test.each(fields)('$operation: $path', async ({ endpoint, request, path }) => {
    const steps = stepsOf(path);
    const value = steps.reduce<unknown>((field, step) => Object(field)[step], request);
    const wrong = Array.isArray(value) ? 'text' : typeof value === 'object' ? 5 : {};

    const { status, body } = await service.send('bob', endpoint, changed(request, steps, wrong));

    expect({ status, ...Object(body) }).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(pathIn(body)).toBe(path);
  });

  test.each(
    fields.filter(({ endpoint, request, path }) => {
      return !endpoint.request.safeParse(without(request, path)).success;
    }),
  )('$operation without $path', async ({ endpoint, request, path }) => {
    const { status, body } = await service.send('bob', endpoint, without(request, path));

    expect({ status, ...Object(body) }).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(pathIn(body)).toBe(path);
  });

  test.each(refusedQueries)('$path?$1=$2', async (endpoint, field, value) => {
    const [{ request } = { request: {} }] = operations.filter((one) => one.endpoint === endpoint);

    const { status, body } = await service.send('bob', endpoint, { ...request, [field]: value });

    expect({ status, ...Object(body) }).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(pathIn(body)).toBe(field);
  });
});

describe('what one user sends', () => {
  const user = 'alice';
  beforeAll(async () => {
    const { syncEpisodes, syncMovies, syncYoutube, syncSpotify, updateSettings } = endpoints;
    for (const endpoint of [syncEpisodes, syncMovies, syncYoutube, syncSpotify, updateSettings]) {
      const { request } = operations.find((one) => one.endpoint === endpoint) ?? {};
      await service.succeed(user, endpoint, request);
    }
  });

  test.each(operations)(
    'to $operation neither shows nor changes what another has',
    async ({ endpoint, request }) => {
      const other = randomUUID();
      const before = await listRecords(service, user);

      const { status, body } = await service.send(other, endpoint, request);

      expect(before).toHaveLength(8);
      expect(status).toBeLessThan(500);
      if (endpoint.method === 'GET') expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/USER#alice|run of alice|"one"|Berlin(?!.*2028)/);
      expect(await listRecords(service, user)).toEqual(before);
    },
  );

  test.each([
    [endpoints.updateShow, 'show_not_found'],
    [endpoints.updateMovie, 'not_found'],
    [endpoints.updateWatched, 'unknown_ids'],
    [endpoints.rewatch, 'unknown_ids'],
  ])('is not found for another: $path', async (endpoint, code) => {
    const { request } = operations.find((one) => one.endpoint === endpoint) ?? {};

    const { body } = await service.send(randomUUID(), endpoint, request);

    expect(body).toMatchObject({ code });
  });
});

describe('if the clock of the tracker says', () => {
  const recording = ['syncEpisodes', 'syncMovies', 'syncYoutube', 'syncSpotify'];
  const timed = [...recording, 'rewatch', 'updateWatched'].toSorted();

  test.each([
    '1970-01-01T00:03:00.000Z',
    '2025-12-31T23:59:59.999Z',
    '2100-01-01T00:00:00.000Z',
    '9998-05-20T12:00:00.000Z',
  ])('%s, exactly the routes that record a time refuse, and say so', async (time) => {
    const wrong = openService(store, providers, () => Date.parse(time));

    const answers = await Promise.all(
      operations.map(async ({ operation, endpoint, request }) => {
        const { status, body } = await wrong.send('carol', endpoint, request);
        return {
          operation,
          endpoint,
          status,
          code: Object(body).code,
          message: `${Object(body).message}`,
        };
      }),
    );

    const refusing = answers.filter(({ code }) => code === 'implausible_clock');
    expect(refusing.map(({ operation }) => operation).toSorted()).toEqual(timed);
    for (const { endpoint, status, message } of refusing) {
      expect(endpoint.errors).toContain('implausible_clock');
      expect(status).toBe(503);
      expect(message).toContain(`says ${time}, which cannot be right`);
    }
    expect(answers.filter(({ status }) => status >= 500)).toEqual(refusing);
  });

  test.each(['2026-01-01T00:00:00.000Z', '2099-12-31T23:59:59.999Z'])(
    '%s, they record',
    async (time) => {
      const right = openService(store, providers, () => Date.parse(time));
      const episodes = [{ folder_name: time, file_name: 'one' }];

      const { status, body } = await right.send('carol', endpoints.syncEpisodes, { episodes });

      expect({ status, body }).toEqual({ status: 200, body: { episodes_added: 1 } });
    },
  );
});
