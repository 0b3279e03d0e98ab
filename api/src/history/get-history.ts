import { type endpoints, mediaKinds } from '@immersion-tracker/contract';
import { streak } from '@immersion-tracker/contract/calendar';
import { type CalendarDeps, readCalendar } from '../calendar/read-calendar.ts';
import type { Handler } from '../http/route.ts';
import { partitionKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { readWatches } from '../watches/read-watches.ts';
import { goal } from './goal.ts';
import { createLedger } from './ledger.ts';
import { sum } from './pace.ts';

/** `GET /history`: what was watched on each day, the streak, and progress towards the goal. */
export function getHistory(
  deps: CalendarDeps & { readonly store: Pick<Store, 'partition'> },
): Handler<typeof endpoints.getHistory> {
  return async ({ user, deadline: { signal } }) => {
    const read = deps.store.partition(partitionKey(user), signal);
    const { calendar, days: counted, settings } = await readCalendar(read, deps);
    const ledger = createLedger(calendar);
    await Promise.all(
      mediaKinds.map(async (kind) => {
        for await (const page of readWatches(kind, read)) {
          for (const { timestamp, duration, isGuess } of page) {
            ledger.add({ kind: kind.id, timestamp, seconds: duration ?? 0, isGuess });
          }
        }
      }),
    );
    const days = ledger.days();
    const { today } = calendar;
    return {
      time_zone: counted.timeZone,
      day_starts_at_hour: counted.dayStartsAtHour,
      today: today.date,
      days: days.map(({ totals }) => totals),
      streak: streak(days, today),
      guessed_seconds: sum(days.map(({ guessedSeconds }) => guessedSeconds)),
      goal: goal(settings, days, today),
    };
  };
}
