import { byKind, fromEntries, type HistoryDay, type KindId } from '@immersion-tracker/contract';
import type { Calendar, Day } from '@immersion-tracker/contract/calendar';
import { sumsBy } from '../kernel/sums-by.ts';

/** What was watched on a day. */
export interface LedgerDay extends Day {
  /** The seconds and the number of records of each kind, as `GET /history` answers them. */
  readonly totals: HistoryDay;
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
  /** The days with a record, oldest first. They grow with later records. */
  days(): LedgerDay[];
}

/** Made once, since to make them for each record would take most of the time. */
const FIELDS = byKind(({ id }) => ({
  seconds: `${id}_seconds` as const,
  records: `${id}_records` as const,
}));

/** Copied for each day. */
const NO_TOTALS = {
  date: '',
  ...fromEntries([
    ...Object.values(FIELDS).map(({ seconds }) => [seconds, 0] as const),
    ...Object.values(FIELDS).map(({ records }) => [records, 0] as const),
  ]),
};

export function createLedger(calendar: Pick<Calendar, 'dayAt'>): Ledger {
  const days = sumsBy(
    (day: Day): DaySums => ({
      ...day,
      totals: { ...NO_TOTALS, date: day.date },
      seconds: 0,
      guessedSeconds: 0,
    }),
  );

  return {
    add({ kind, timestamp, seconds, isGuess }) {
      const sums = days.of(calendar.dayAt(timestamp));
      const fields = FIELDS[kind];
      sums.totals[fields.seconds] += seconds;
      sums.totals[fields.records] += 1;
      sums.seconds += seconds;
      if (isGuess) sums.guessedSeconds += seconds;
    },

    days: () => [...days.all.values()].sort((a, b) => a.number - b.number),
  };
}

interface DaySums extends Day {
  readonly totals: typeof NO_TOTALS;
  seconds: number;
  guessedSeconds: number;
}
