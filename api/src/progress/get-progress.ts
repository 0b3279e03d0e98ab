import type { endpoints } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import type { Clock } from '../kernel/clock.ts';
import { partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { localCalendar } from './calendar.ts';
import { episodeProgress } from './episodes.ts';
import { movieProgress } from './movies.ts';
import { spotifyProgress } from './spotify.ts';
import { createTally } from './tally.ts';
import { youtubeProgress } from './youtube.ts';

/** `GET /progress`: totals, activity and groups over all that the user has watched. */
export function getProgress(deps: {
  readonly store: Store;
  readonly clock: Clock;
  /** IANA name of the zone whose calendar days count. */
  readonly timeZone: string;
}): Handler<typeof endpoints.getProgress> {
  const { store, clock, timeZone } = deps;

  return async ({ user, deadline: { signal } }) => {
    const pk = partitionKey(user);
    const now = clock();
    const tally = createTally(now, localCalendar(now, timeZone));
    const read = store.partition(pk, signal);

    const [episodes, movies, youtube, spotify] = await Promise.all([
      episodeProgress(read, tally),
      movieProgress(read, tally),
      youtubeProgress(read, tally),
      spotifyProgress(read, tally),
    ]);
    return { ...episodes, ...movies, ...youtube, ...spotify, ...tally.figures() };
  };
}
