import { byKind, fromEntries, type HistoryDay, type KindId } from '@immersion-tracker/contract';
import type { Calendar, Day } from '../calendar/calendar.ts';

/** What was watched on a day. */
export interface LedgerDay extends Day {
  /** The seconds and the number of records of each kind. */
  readonly kinds: Omit<HistoryDay, 'date'>;
  /** The sum over all kinds. */
  readonly seconds: number;
  /** How many of them rest on a guessed length. */
  readonly guessedSeconds: number;
}

export interface LedgerWatch {
  readonly kind: KindId;
  /** Epoch seconds. */
  readonly timestamp: number;
  readonly seconds: number;
  /** Whether `seconds` is a guess, since no length is known. */
  readonly isGuess: boolean;
}

/** Sums over watch records by day. Its memory grows only with the number of days. */
export interface Ledger {
  add(watch: LedgerWatch): void;
  /** The days with a record, oldest first, as of now. */
  days(): LedgerDay[];
}

/** Made once, since making them for each record would take most of the time. */
const FIELDS = byKind(({ id }) => ({
  seconds: `${id}_seconds` as const,
  records: `${id}_records` as const,
}));

export function createLedger(calendar: Pick<Calendar, 'dayAt'>): Ledger {
  const sumsByDay = new Map<number, ReturnType<typeof startSums>>();

  return {
    add({ kind, timestamp, seconds, isGuess }) {
      const day = calendar.dayAt(timestamp);
      let sums = sumsByDay.get(day.number);
      if (sums === undefined) {
        sums = startSums(day);
        sumsByDay.set(day.number, sums);
      }
      const names = FIELDS[kind];
      sums.kinds[names.seconds] += seconds;
      sums.kinds[names.records] += 1;
      sums.seconds += seconds;
      if (isGuess) sums.guessedSeconds += seconds;
    },

    days: () =>
      [...sumsByDay.values()]
        .map(({ day, kinds, ...sums }) => ({ ...day, kinds: { ...kinds }, ...sums }))
        .sort((a, b) => a.number - b.number),
  };
}

const startSums = (day: Day) => ({ day, kinds: noSums(), seconds: 0, guessedSeconds: 0 });

const noSums = () =>
  fromEntries(
    Object.values(FIELDS).flatMap(({ seconds, records }) => [
      [seconds, 0] as const,
      [records, 0] as const,
    ]),
  );
