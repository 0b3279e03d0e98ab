import { byKind, fromEntries, type KindId, mediaKinds } from '@immersion-tracker/contract';
import type { Calendar, Day } from '../calendar/calendar.ts';

/** The seconds and the number of records of each kind, by their names in `GET /history`. */
export type KindSums = Readonly<Record<`${KindId}_seconds` | `${KindId}_records`, number>>;

/** What was watched on a day. */
export interface LedgerDay extends Day {
  readonly kinds: KindSums;
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

export function createLedger(calendar: Pick<Calendar, 'dayAt'>): Ledger {
  const sumsByDay = new Map<number, Sums>();

  return {
    add({ kind, timestamp, seconds, isGuess }) {
      const day = calendar.dayAt(timestamp);
      let sums = sumsByDay.get(day.number);
      if (sums === undefined) {
        sums = { day, ofKind: byKind(() => ({ seconds: 0, records: 0 })), guessedSeconds: 0 };
        sumsByDay.set(day.number, sums);
      }
      const own = sums.ofKind[kind];
      own.seconds += seconds;
      own.records += 1;
      if (isGuess) sums.guessedSeconds += seconds;
    },

    days: () => [...sumsByDay.values()].map(ledgerDay).sort((a, b) => a.number - b.number),
  };
}

/** Named only when all are added: names that are put together for each record take most of the time. */
interface Sums {
  readonly day: Day;
  readonly ofKind: Readonly<Record<KindId, { seconds: number; records: number }>>;
  guessedSeconds: number;
}

const ledgerDay = ({ day, ofKind, guessedSeconds }: Sums): LedgerDay => ({
  ...day,
  kinds: fromEntries([
    ...mediaKinds.map(({ id }) => [`${id}_seconds` as const, ofKind[id].seconds] as const),
    ...mediaKinds.map(({ id }) => [`${id}_records` as const, ofKind[id].records] as const),
  ]),
  seconds: mediaKinds.reduce((total, { id }) => total + ofKind[id].seconds, 0),
  guessedSeconds,
});
