import {
  type Endpoint,
  endpoints,
  linkKinds,
  mediaKinds,
  type RequestOf,
  type ResponseOf,
} from '@immersion-tracker/contract';
import { seconds } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { fixedSecret, wholeDeadline } from '../kernel/testing/fakes.ts';
import type { Store } from '../store/store.ts';
import { openMemoryStore } from '../store/testing/memory-store.ts';
import { insertRows, type Row, rowOf } from '../watches/testing/rows.ts';
import { serviceConfig, serviceVariables } from './config.ts';
import { type BoundRoute, createRoutes } from './routes.ts';

const noon = seconds('2026-05-20T12:00:00+12:00');

let store: Store;
let routes: BoundRoute[];

beforeEach(() => {
  store = openMemoryStore();
  routes = createRoutes({
    ...{ store, secret: fixedSecret(), log: () => {}, clock: () => noon * 1000 },
    config: serviceConfig(serviceVariables.parse({})),
  });
});

afterEach(() => store.close());

/** The answer to a request of alice, which must be a success of the documented shape. */
async function ask<E extends Endpoint>(endpoint: E, sent?: RequestOf<E>): Promise<ResponseOf<E>> {
  const bound = routes.find(({ endpoint: { method, path } }) => {
    return method === endpoint.method && path === endpoint.path;
  });
  const isQuery = endpoint.method === 'GET';
  const query = Object.fromEntries(
    Object.entries(isQuery ? Object(sent) : {}).map(([name, value]) => [name, `${value}`]),
  );
  const answer = await bound?.route({
    ...{ user: 'alice', query, body: isQuery ? '' : JSON.stringify(sent) },
    ...{ deadline: wholeDeadline(), requestId: 'request-1' },
  });
  expect(answer).toMatchObject({ status: 200 });
  return z.parse<E['response']>(endpoint.response, JSON.parse(answer?.body ?? ''));
}

/** All pages of `GET /watched`. */
async function allWatched(query: RequestOf<typeof endpoints.getWatched> = {}) {
  const { watched, next } = await ask(endpoints.getWatched, { limit: 200, ...query });
  expect(next).toBeNull();
  return watched;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Attributes that other tools can have written instead of the tracker's. */
const oddities = fc.constantFrom<Row>(
  ...[{}, {}, {}, { timestamp: 'today' }, { timestamp: 1_730_000_000_000 }, { timestamp: null }],
  ...[{ note: 'x' }, { duration_source: 'file' }, { rewatch_of: 7 }, { folder_name: 7 }],
  ...[{ movie_duration: null }, { movie_duration: 'PT2H' }, { tvdb_name: null }, { file_name: 7 }],
  ...[{ episode_duration: 1500.5 }, { youtube_video_duration: null }, { youtube_video_title: 7 }],
);
const timestamp = fc.oneof(
  fc.integer({ min: noon - 3 * 86_400, max: noon + 2 * 86_400 }),
  fc.integer({ min: seconds('2023-01-01T00:00:00Z'), max: seconds('2028-01-01T00:00:00Z') }),
);
const groupName = fc.constantFrom('a', 'b', 'c', 'lost');

/** A record of any kind, with the time of another viewing, if there was one. */
const records = fc
  .array(
    fc.tuple(fc.constantFrom(...mediaKinds), groupName, timestamp, oddities, fc.option(timestamp)),
    { maxLength: 40 },
  )
  .map((all) =>
    all.flatMap(([kind, group, watchedAt, odd, again], index) => {
      const more = { timestamp: watchedAt, ...odd };
      const link = linkKinds.find(({ id }) => id === kind.id);
      const folder = kind.id === 'episode' ? rowOf.episode : rowOf.movie;
      const row = link
        ? rowOf.link(link, `${index}`, group, more)
        : folder(kind.id === 'episode' ? group : `${index}`, `${index}`, more);
      return again === null ? [row] : [row, rowOf.rewatch(row, again)];
    }),
  );
const groups: Row[] = [
  ...[rowOf.show('a', { tvdb_id: 7, tvdb_name: 'A', tvdb_average_runtime: 2700 })],
  ...[rowOf.show('b', { tvdb_id: 7, tvdb_name: 'B' }), rowOf.show('c')],
  ...linkKinds.flatMap((kind) => ['a', 'b', 'c'].map((id) => rowOf.group(kind, id, id))),
];

test('GET /progress, /history, /library and /watched agree', async () => {
  const zone = fc.constantFrom('Europe/Berlin', 'Pacific/Auckland', 'America/New_York');
  await fc.assert(
    fc.asyncProperty(records, zone, fc.nat({ max: 23 }), async (rows, time_zone, hour) => {
      await store.remove('USER#alice', await keysOf(), () => true, wholeDeadline().signal);
      await insertRows(store, [...groups, ...rows]);
      await ask(endpoints.updateSettings, { time_zone, day_starts_at_hour: hour, target_hours: 1 });

      const progress = await ask(endpoints.getProgress);
      const { days, today, guessed_seconds, goal } = await ask(endpoints.getHistory);
      const { library } = await ask(endpoints.getLibrary, {});
      const watched = await allWatched();

      const total = sum(watched.map(({ duration }) => duration ?? 0));
      const ofDay = (day: (typeof days)[number], what: 'seconds' | 'records') =>
        sum(mediaKinds.map(({ id }) => day[`${id}_${what}`]));
      expect(sum(days.map((day) => ofDay(day, 'seconds')))).toBeCloseTo(total, 3);
      expect(sum(library.map(({ seconds }) => seconds))).toBeCloseTo(total, 3);
      expect(progress.total_hours_watched).toBe(Math.floor(total / 3600));
      expect(goal?.hours_so_far).toBe(Math.floor(total / 3600));
      for (const { id, progress: field } of mediaKinds) {
        const count = watched.filter(({ kind }) => kind === id).length;
        expect(progress[field.total]).toBe(count);
        expect(sum(days.map((day) => day[`${id}_records`]))).toBe(count);
        expect(sum(library.filter(({ kind }) => kind === id).map((entry) => entry.records))).toBe(
          count,
        );
        const sinceToday = days.filter(({ date }) => date >= today);
        expect(progress[field.today]).toBe(sum(sinceToday.map((day) => day[`${id}_records`])));
      }

      const guesses = watched.filter(({ duration_source }) => duration_source === 'guess');
      expect(guessed_seconds).toBe(sum(guesses.map(({ duration }) => duration ?? 0)));
      expect(sum(library.map((entry) => entry.guessed_seconds))).toBe(guessed_seconds);
      const day = days.at(-1);
      if (day !== undefined) {
        expect(await allWatched({ day: day.date })).toHaveLength(ofDay(day, 'records'));
      }
      const group = library[0];
      if (group !== undefined) {
        const { kind, group_id } = group;
        expect(await allWatched({ kind, group_id })).toHaveLength(group.records);
      }
    }),
    { numRuns: 40 },
  );
});

/** The sort keys of all items of alice. */
async function keysOf(): Promise<string[]> {
  const key = z.object({ sk: z.string() });
  const pages = store.read('USER#alice', '', key, wholeDeadline().signal);
  return (await Array.fromAsync(pages)).flat().map(({ sk }) => sk);
}

test('all days and years follow the settings at once', async () => {
  // 1 a.m. of New Year’s Day 2026 in Auckland, which is 1 p.m. of New Year’s Eve in Berlin.
  const newYear = seconds('2026-01-01T01:00:00+13:00');
  await insertRows(store, [rowOf.episode('a', '1', { timestamp: newYear })]);
  const seen = async () => ({
    quarter: (await ask(endpoints.getProgress)).all_time_progress.map(({ label }) => label),
    days: (await ask(endpoints.getHistory)).days.map(({ date }) => date),
    in2026: (await ask(endpoints.getLibrary, { year: 2026 })).library.length,
    onNewYear: (await allWatched({ day: '2026-01-01' })).length,
  });
  const inNewYear = { quarter: ['Jan 2026'], days: ['2026-01-01'], in2026: 1, onNewYear: 1 };
  const inOldYear = { quarter: ['Oct 2025'], days: ['2025-12-31'], in2026: 0, onNewYear: 0 };

  expect(await seen()).toEqual(inNewYear);
  await ask(endpoints.updateSettings, { day_starts_at_hour: 4 });
  expect(await seen()).toEqual(inOldYear);
  await ask(endpoints.updateSettings, { day_starts_at_hour: null });
  expect(await seen()).toEqual(inNewYear);
  await ask(endpoints.updateSettings, { time_zone: 'Europe/Berlin' });
  expect(await seen()).toEqual(inOldYear);
});
