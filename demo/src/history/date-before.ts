/** A date before today. */
export interface DateBefore {
  readonly daysAgo: number;
  readonly year: number;
  /** From 0. */
  readonly month: number;
  /** Such as `2026-08-17`. */
  readonly name: string;
  readonly isWeekend: boolean;
}

/** A part of any year: its first and last day, such as `08-17`. */
export type Season = readonly [first: string, last: string];

export function dateBefore(now: Date, daysAgo: number): DateBefore {
  // In UTC, every day has 24 hours.
  const date = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo));
  return {
    daysAgo,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    name: date.toISOString().slice(0, '2026-08-17'.length),
    isWeekend: [0, 6].includes(date.getUTCDay()),
  };
}

export function isWithin({ name }: DateBefore, [first, last]: Season): boolean {
  const monthAndDay = name.slice('2026-'.length);
  return first <= monthAndDay && monthAndDay <= last;
}
