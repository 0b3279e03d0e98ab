import { byKind, type KindFigures, type KindId, writeFigures } from '@immersion-tracker/contract';
import { learnerCalendar } from '@immersion-tracker/contract/calendar';
import { createTally } from '../tally.ts';

/** A tally in Auckland's time zone, by default at noon of an ordinary Wednesday. */
export function tallyAt(iso = '2026-05-20T12:00:00+12:00') {
  const now = Date.parse(iso);
  const days = { timeZone: 'Pacific/Auckland', dayStartsAtHour: 0 };
  return createTally(now, learnerCalendar(now, days));
}

/** The fields of a response with one kind's figures. */
export const fieldsOf = (id: KindId, figures: KindFigures): ReturnType<typeof writeFigures> =>
  writeFigures(
    byKind((kind) => (kind.id === id ? figures : { watched: 0, watchedToday: 0, groups: [] })),
  );
