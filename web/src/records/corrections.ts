import { type HistoryDay, mediaKinds, recordsOfDay } from '@immersion-tracker/contract';
import { streak } from '@immersion-tracker/contract/calendar';
import { calendarOf } from '../days/day-of.ts';
import type { History, Report, WatchedRecord } from '../tracker/tracker.ts';

/** A change to what was watched: a record goes to another time, comes (another viewing, or a removed one), or goes. */
export interface Correction {
  readonly type: 'move' | 'add' | 'remove';
  /** As it was before a move. */
  readonly record: WatchedRecord;
  /** Where a move leads, in epoch seconds; else the record's own time. */
  readonly to: number;
}

/** What takes a correction back. */
export function inverse({ type, record, to }: Correction): Correction {
  const inverses = { move: 'move', add: 'remove', remove: 'add' } as const;
  return { type: inverses[type], record: { ...record, watched_at: to }, to: record.watched_at };
}

/** The record of another viewing, as `POST /rewatch` stores it. */
export function rewatchOf(record: WatchedRecord, watchedAt: number): WatchedRecord {
  const original = record.rewatch_of ?? record.id;
  return {
    ...record,
    ...{ id: `${original}#${watchedAt}`, rewatch_of: original, watched_at: watchedAt },
  };
}

/** A history after a correction. */
export function correctHistory(history: History, correction: Correction): History {
  const { dayAt, dayOf } = calendarOf(history);
  const { type, record, to } = correction;
  let { days, guessed_seconds: guessed } = history;
  const add = (moment: number, sign: 1 | -1) => {
    days = addToDays(days, dayAt(moment).date, record, sign);
    if (record.duration_source === 'guess') guessed += sign * (record.duration ?? 0);
  };
  if (type !== 'add') add(record.watched_at, -1);
  if (type !== 'remove') add(to, 1);

  const today = dayOf(history.today);
  const periods = days.flatMap(({ date }) => dayOf(date) ?? []);
  return {
    ...{ ...history, days, guessed_seconds: guessed },
    streak: today === undefined ? history.streak : streak(periods, today),
  };
}

/** The days with a record more or less. */
function addToDays(
  days: readonly HistoryDay[],
  date: string,
  { kind, duration }: WatchedRecord,
  sign: 1 | -1,
): HistoryDay[] {
  const day = days.find((one) => one.date === date) ?? emptyDay(date);
  const seconds = `${kind}_seconds` as const;
  const records = `${kind}_records` as const;
  const changed = {
    ...day,
    [seconds]: day[seconds] + sign * (duration ?? 0),
    [records]: day[records] + sign,
  };
  const before = days.filter((one) => one.date < date);
  const after = days.filter((one) => one.date > date);
  return [...before, ...(recordsOfDay(changed) > 0 ? [changed] : []), ...after];
}

function emptyDay(date: string): HistoryDay {
  const zeros = mediaKinds.flatMap(({ id }) => [
    [`${id}_seconds`, 0],
    [`${id}_records`, 0],
  ]);
  return { ...Object.fromEntries(zeros), date };
}

/** A report after a correction: its sums and its latest records. */
export function correctReport(report: Report, correction: Correction): Report {
  const history = correctHistory(report.history, correction);
  const recent = correctList(report.recent, correction, () => true);
  return { ...report, history, recent: recent.slice(0, Math.max(report.recent.length, 1)) };
}

/** Records, the latest first, after a correction. `belongs` says which may be added. */
export function correctList(
  records: readonly WatchedRecord[],
  { type, record, to }: Correction,
  belongs: (record: WatchedRecord) => boolean,
): WatchedRecord[] {
  const rest = records.filter(({ id }) => id !== record.id);
  if (type === 'remove') return rest;
  const added = { ...record, watched_at: to };
  if (!belongs(added)) return rest;
  const place = rest.findIndex((one) => isAfter(added, one));
  return rest.toSpliced(place === -1 ? rest.length : place, 0, added);
}

/** Whether a record comes before another in lists, the latest first. */
export function isAfter(one: WatchedRecord, other: WatchedRecord): boolean {
  if (one.watched_at !== other.watched_at) return one.watched_at > other.watched_at;
  return one.id > other.id;
}
