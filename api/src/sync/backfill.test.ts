import { spotifyEpisode, syncEndpoint } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import type { Backlog, BacklogProvider, LinkRecord } from '../providers/link-provider.ts';
import { providerError } from '../providers/provider-error.ts';
import { allItems } from '../records/testing/stores.ts';
import { emptyStore } from '../shows/testing/shows.ts';
import type { Store } from '../store/store.ts';
import { previewBackfill } from './preview-backfill.ts';
import { syncLinks } from './sync-links.ts';

const NOW = 1_780_000_000;
const pk = 'USER#alice';
let store: Store;

beforeEach(() => {
  store = emptyStore();
});

afterEach(() => store.close());

interface Episode {
  readonly id: string;
  readonly podcast: string;
  /** An index into `DAYS`; null if the date is unknown. */
  readonly day: number | null;
  /** Whether the provider lists it with its podcast. */
  readonly isListed: boolean;
}

/** Release dates, with the day on which each begins. */
const DAYS = [
  ['2026', 1],
  ['2026-01', 1],
  ['2026-01-01', 1],
  ['2026-01-02', 2],
  ['2026-02', 32],
  ['2026-02-01', 32],
  ['2026-02-10', 41],
] as const;

const startOf = ({ day }: Episode): number | null =>
  day === null ? null : (DAYS[day]?.[1] ?? null);

/** Whether `later` stands for `one` too. */
function covers(later: Episode, one: Episode): boolean {
  const [from, to] = [startOf(one), startOf(later)];
  const isEarlier = from !== null && to !== null && from <= to;
  return one.id === later.id || (one.isListed && one.podcast === later.podcast && isEarlier);
}

/** A provider that knows these episodes. */
function providerOf(episodes: readonly Episode[]): BacklogProvider {
  const recordOf = ({ id, podcast, day }: Episode): LinkRecord => ({
    ...{ title: `Title ${id}`, durationSeconds: 600, groupId: podcast },
    group: { name: `Podcast ${podcast}`, artworkUrl: undefined },
    releaseDate: day === null ? null : (DAYS[day]?.[0] ?? null),
  });
  const known = (ids: readonly string[]) => episodes.filter(({ id }) => ids.includes(id));
  return {
    unknownBecause: 'deleted or wrong',
    async records(ids) {
      return new Map(known(ids).map((episode) => [episode.id, recordOf(episode)]));
    },
    async backlogs(ids) {
      return new Map(
        known(ids).map((episode): [string, Backlog] => {
          const until = episodes.filter((one) => covers(episode, one));
          const records = new Map(until.map((one) => [one.id, recordOf(one)]));
          return [episode.id, { record: recordOf(episode), records }];
        }),
      );
    },
  };
}

/** Episodes of one podcast, released on these days (indexes into `DAYS`), all of them listed. */
const released = (days: Readonly<Record<string, number>>, podcast = 'p'): Episode[] =>
  Object.entries(days).map(([id, day]) => ({ id, podcast, day, isListed: true }));

const keyOf = (id: string) => `SPOTIFYEPISODE#${id}`;

function sync(episodes: readonly Episode[], body: object, deadline = wholeDeadline(), to = store) {
  const deps = { store: to, clock: () => NOW * 1000, provider: providerOf(episodes) };
  const parsed = syncEndpoint(spotifyEpisode).request.parse(body);
  return syncLinks(spotifyEpisode, deps)({ user: 'alice', request: parsed, deadline });
}

function preview(episodes: readonly Episode[], episode_ids: string[], from = store) {
  const deps = { store: from, provider: providerOf(episodes) };
  const call = { user: 'alice', request: { episode_ids }, deadline: wholeDeadline() };
  return previewBackfill(spotifyEpisode, deps)(call);
}

/** The recorded episodes with their times, by id. */
async function recorded(from = store) {
  const items = await allItems({ store: from, pk });
  return new Map(
    items.flatMap(({ spotify_episode_id: id, timestamp }) => (id ? [[id, timestamp]] : [])),
  );
}

const weekly = released({ e1: 2, e2: 3, e3: 4, e4: 6 });

describe('with backfill', () => {
  test('an id stands for everything up to and including it, at its own time', async () => {
    const body = { episode_ids: ['e3'], watched_at: { e3: 7, e1: 9 }, backfill: true, source: 's' };

    const answer = await sync([...weekly, ...released({ other: 2 }, 'q')], body);

    expect(answer).toEqual({ episodes_added: 3 });
    const described = (id: string) => ({
      ...{ pk, sk: keyOf(id), user: 'alice', timestamp: 7, source: 's', spotify_show_id: 'p' },
      ...{ spotify_episode_id: id, spotify_episode_title: `Title ${id}` },
      spotify_episode_duration: 600,
    });
    expect(await allItems({ store, pk })).toStrictEqual([
      ...['e1', 'e2', 'e3'].map(described),
      {
        ...{ pk, sk: 'SPOTIFYSHOW#p', user: 'alice', source: 's' },
        ...{ spotify_show_id: 'p', spotify_show_name: 'Podcast p' },
      },
    ]);
  });

  test.each([[['e4', 'e2']], [['e2', 'e4']]])(
    'an episode before several ids has the time of the earliest (%j)',
    async (episode_ids) => {
      await sync(weekly, { episode_ids, watched_at: { e4: 40, e2: 20 }, backfill: true });

      expect(Object.fromEntries(await recorded())).toEqual({ e1: 20, e2: 20, e3: 40, e4: 40 });
    },
  );

  test.each([[['e3', 'e2']], [['e2', 'e3']]])(
    'that is so even if the provider does not list the earliest (%j)',
    async (episode_ids) => {
      const episodes = weekly.map((one) => ({ ...one, isListed: one.id !== 'e2' }));

      await sync(episodes, { episode_ids, watched_at: { e3: 30, e2: 20 }, backfill: true });

      expect(Object.fromEntries(await recorded())).toEqual({ e1: 20, e2: 20, e3: 30 });
    },
  );

  test('an id that is recorded already keeps its time, and stands for what came before', async () => {
    await sync(weekly, { episode_ids: ['e2', 'e3'], watched_at: { e2: 2, e3: 3 } });

    const body = { episode_ids: ['e3'], watched_at: { e3: 30 }, backfill: true };
    expect(await sync(weekly, body)).toEqual({ episodes_added: 1 });

    expect(Object.fromEntries(await recorded())).toEqual({ e1: 30, e2: 2, e3: 3 });
  });

  test('without it, an id stands for itself', async () => {
    await sync(weekly, { episode_ids: ['e3'], backfill: false });

    expect([...(await recorded()).keys()]).toEqual(['e3']);
  });
});

describe('a backfill is refused, and nothing written,', () => {
  afterEach(async () => {
    expect(await allItems({ store, pk })).toEqual([]);
  });

  test('if some ids are unknown, and all of them are listed', async () => {
    const episode_ids = ['e3', 'x', 'e1', '__proto__', 'x'];

    const failures = [
      await failureOf(sync(weekly, { episode_ids, backfill: true })),
      await failureOf(preview(weekly, episode_ids)),
    ];

    const refusal = { code: 'unknown_ids', ids: ['x', '__proto__'] };
    expect(failures).toMatchObject([refusal, refusal]);
    expect(failures[0]?.message).toBe(
      'Spotify does not know these episode ids (deleted or wrong): x, __proto__',
    );
  });

  test('if an id is too long for a key', async () => {
    const episode_ids = ['e3', 'x'.repeat(1010)];

    const failures = [
      await failureOf(sync(weekly, { episode_ids, backfill: true })),
      await failureOf(preview(weekly, episode_ids)),
    ];

    for (const failure of failures) {
      expect(failure.code).toBe('invalid_request');
      expect(failure.message).toMatch(/^episode_ids\[1\]: makes a key of 1025 bytes/);
    }
  });

  test('if there is not enough time left to record everything', async () => {
    // 500 records a second are 3 in 6 milliseconds.
    const almostOver = { ...wholeDeadline(), remainingMs: () => 6 };

    const failure = await failureOf(
      sync(weekly, { episode_ids: ['e4'], backfill: true }, almostOver),
    );

    expect(failure).toMatchObject({ status: 413, code: 'too_large' });
    expect(failure.message).toBe(
      'There are 4 new podcast episodes up to these, more than can be recorded in the time that is left; backfill fewer podcasts at once, or an earlier episode first.',
    );
  });

  test('if the provider does not list a podcast in time', async () => {
    const late = providerError('Spotify', 'did not list all episodes in time');
    const provider = { ...providerOf(weekly), backlogs: () => Promise.reject(late) };
    const body = { episode_ids: ['e3'], backfill: true };

    const call = { user: 'alice', request: body, deadline: wholeDeadline() };
    const failure = await failureOf(
      syncLinks(spotifyEpisode, { store, clock: () => NOW * 1000, provider })(call),
    );

    expect(failure).toBe(late);
  });
});

test('known episodes do not count as new if there is little time', async () => {
  await sync(weekly, { episode_ids: ['e1', 'e2', 'e3'] });
  const almostOver = { ...wholeDeadline(), remainingMs: () => 2 };

  const answer = await sync(weekly, { episode_ids: ['e4'], backfill: true }, almostOver);

  expect(answer).toEqual({ episodes_added: 1 });
});

test('a preview lists each episode once, with its title, its length and whether it is recorded', async () => {
  await sync(weekly, { episode_ids: ['e1'] });
  const before = await allItems({ store, pk });

  const { episodes } = await preview(weekly, ['e2', 'e1', 'e2']);

  expect(episodes).toEqual([
    { id: 'e1', title: 'Title e1', duration: 600, known: true },
    { id: 'e2', title: 'Title e2', duration: 600, known: false },
  ]);
  expect(await allItems({ store, pk })).toEqual(before);
});

test('a preview of nothing is empty', async () => {
  expect(await preview(weekly, [])).toEqual({ episodes: [] });
});

interface DrawnEpisode extends Episode {
  readonly isKnown: boolean;
  readonly isAsked: boolean;
}

const anyEpisodes: fc.Arbitrary<DrawnEpisode[]> = fc
  .array(
    fc.record({
      podcast: fc.constantFrom('p', 'q'),
      day: fc.option(fc.nat(DAYS.length - 1)),
      isListed: fc.boolean(),
      isKnown: fc.boolean(),
      isAsked: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((drawn) => drawn.map((one, index) => ({ ...one, id: `e${index}` })));

test('a preview shows exactly what a sync then records, each with the time of the earliest id', async () => {
  const property = fc.asyncProperty(anyEpisodes, async (episodes) => {
    using own = { store: emptyStore(), [Symbol.dispose]: () => own.store.close() };
    const asked = episodes.filter(({ isAsked }) => isAsked);
    const known = episodes.filter(({ isKnown }) => isKnown).map(({ id }) => id);
    const times = new Map(asked.map(({ id }, index) => [id, 1000 + index]));
    await sync(episodes, { episode_ids: known }, wholeDeadline(), own.store);

    const shown = await preview(episodes, [...times.keys()], own.store);
    const watched_at = Object.fromEntries(times);
    const body = { episode_ids: [...times.keys()], watched_at, backfill: true };
    const answer = await sync(episodes, body, wholeDeadline(), own.store);

    const standing = (one: Episode) => asked.filter((later) => covers(later, one));
    const covered = episodes.filter((one) => standing(one).length > 0);
    const added = covered.filter(({ isKnown }) => !isKnown);
    expect(new Map(shown.episodes.map(({ id, known }) => [id, known]))).toEqual(
      new Map(covered.map(({ id, isKnown }) => [id, isKnown])),
    );
    expect(answer).toEqual({ episodes_added: added.length });
    const after = await recorded(own.store);
    expect(new Set(after.keys())).toEqual(new Set([...known, ...added.map(({ id }) => id)]));
    for (const id of known) expect(after.get(id)).toBe(NOW);
    for (const one of added) {
      const starts = standing(one).map(startOf);
      const first = standing(one).filter((later) =>
        starts.every((start) => Number(startOf(later)) <= Number(start)),
      );
      const possible = one.isAsked ? [one] : first;
      expect(possible.map(({ id }) => times.get(id))).toContain(after.get(one.id));
    }
  });

  await fc.assert(property, { numRuns: 50 });
});
