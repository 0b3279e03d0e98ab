import { allByKind, type endpoints, writeFigures } from '@immersion-tracker/contract';
import { learnerCalendar } from '../calendar/calendar.ts';
import type { Handler } from '../http/route.ts';
import type { Clock } from '../kernel/clock.ts';
import { partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { episodeFigures } from './episodes.ts';
import { linkFigures } from './links.ts';
import { movieFigures } from './movies.ts';
import { createTally } from './tally.ts';

const fileFigures = { episode: episodeFigures, movie: movieFigures };

/** `GET /progress`: totals, activity and groups of everything that the user has watched. */
export function getProgress(deps: {
  readonly store: Store;
  readonly clock: Clock;
  /** IANA name of the time zone whose calendar days count. */
  readonly timeZone: string;
}): Handler<typeof endpoints.getProgress> {
  const { store, clock, timeZone } = deps;

  return async ({ user, deadline: { signal } }) => {
    const pk = partitionKey(user);
    const now = clock();
    const tally = createTally(now, learnerCalendar(now, { timeZone, dayStartsAtHour: 0 }));
    const read = store.partition(pk, signal);

    const figures = await allByKind((kind) =>
      kind.foundIn === 'list' ? linkFigures(kind, read, tally) : fileFigures[kind.id](read, tally),
    );
    return { ...writeFigures(figures), ...tally.figures() };
  };
}
