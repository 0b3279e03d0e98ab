import type { KindId } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { folders, movieFiles, TVDB_IDS } from './catalogue.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Chooses from a list of any length. Often the first, since problems take several steps with the same thing. */
const nth = fc.oneof(fc.constant(0), fc.nat({ max: 1000 }));
const nths = fc.array(nth, { minLength: 1, maxLength: 3 });
const tvdbId = fc.constantFrom(...TVDB_IDS);
/** How many seconds ago something was watched. */
const someTimeAgo = fc.oneof(
  fc.constantFrom(0, 1, HOUR, 4 * HOUR, DAY, DAY + 1, 6 * DAY, 7 * DAY - 1, 7 * DAY, 14 * DAY),
  fc.nat({ max: 3 * DAY }),
  fc.nat({ max: 400 * DAY }),
);
/** Null for the time of the request. */
const ago = fc.option(someTimeAgo, { freq: 4 });

const pick = fc.record({
  ...{ nth, ago, tvdbId },
  duration: fc.option(fc.integer({ min: 1, max: 86_400 }), { freq: 2 }),
});
const kinds: readonly KindId[] = [
  ...(['episode', 'episode', 'movie', 'movie', 'youtube_video', 'spotify_episode'] as const),
];
const sync = fc.record({
  does: fc.constant('sync'),
  kind: fc.constantFrom(...kinds),
  picks: fc.array(pick, { minLength: 1, maxLength: 4 }),
});
const rewatch = fc.record({ does: fc.constant('rewatch'), nth, ago });
const move = fc.record({ does: fc.constant('move'), nth, ago: someTimeAgo });
const remove = fc.record({ does: fc.constant('remove'), nths });
/** Something that was removed before. */
const restore = fc.record({ does: fc.constant('restore'), nths });
const setShow = fc.record({
  does: fc.constant('set show'),
  folder: fc.constantFrom(...folders.slice(0, 1), ...folders),
  tvdbId: fc.option(tvdbId, { freq: 3 }),
});
const setMovie = fc.record({
  does: fc.constant('set movie'),
  file: fc.constantFrom(...movieFiles.slice(0, 1), ...movieFiles),
  tvdbId,
});
const changeSettings = fc.record({
  does: fc.constant('change settings'),
  settings: fc.record(
    {
      time_zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', null),
      day_starts_at_hour: fc.constantFrom(0, 2, 4, 23, null),
      daily_goal_minutes: fc.constantFrom(60, null),
      target_hours: fc.constantFrom(1000, null),
    },
    { requiredKeys: [] },
  ),
});
const wait = fc.record({
  does: fc.constant('wait'),
  seconds: fc.oneof(fc.nat({ max: 3 * DAY }), fc.nat({ max: 60 * DAY })),
});

/** What a learner or the clock does next. */
export const step = fc.oneof(
  { weight: 5, arbitrary: sync },
  { weight: 3, arbitrary: rewatch },
  { weight: 3, arbitrary: move },
  { weight: 2, arbitrary: remove },
  { weight: 2, arbitrary: restore },
  { weight: 2, arbitrary: setShow },
  { weight: 2, arbitrary: setMovie },
  { weight: 1, arbitrary: changeSettings },
  { weight: 2, arbitrary: wait },
);

export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
export type StepOf<Does extends Step['does']> = Extract<Step, { readonly does: Does }>;
