import { allByKind, type endpoints, writeFigures } from '@immersion-tracker/contract';
import { type CalendarDeps, readCalendar } from '../calendar/read-calendar.ts';
import type { Handler } from '../http/route.ts';
import { partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { kindFigures } from './figures.ts';
import { createTally } from './tally.ts';

/** `GET /progress`: totals, activity and groups of everything that the user has watched. */
export function getProgress(
  deps: CalendarDeps & { readonly store: Pick<Store, 'partition'> },
): Handler<typeof endpoints.getProgress> {
  return async ({ user, deadline: { signal } }) => {
    const read = deps.store.partition(partitionKey(user), signal);
    const { now, calendar } = await readCalendar(read, deps);
    const tally = createTally(now, calendar);
    const figures = await allByKind((kind) => kindFigures(kind, read, tally));
    return { ...writeFigures(figures), ...tally.figures() };
  };
}
