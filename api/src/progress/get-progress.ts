import { allByKind, type endpoints, writeFigures } from '@immersion-tracker/contract';
import type { Handler } from '../http/route.ts';
import type { Clock } from '../kernel/clock.ts';
import { partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { localCalendar } from './calendar.ts';
import { kindFigures } from './figures.ts';
import { createTally } from './tally.ts';

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
    const tally = createTally(now, localCalendar(now, timeZone));
    const read = store.partition(pk, signal);

    const figures = await allByKind((kind) => kindFigures(kind, read, tally));
    return { ...writeFigures(figures), ...tally.figures() };
  };
}
