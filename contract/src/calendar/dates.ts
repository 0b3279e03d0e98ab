const DAY_MS = 24 * 60 * 60 * 1000;

/** A date of the years 0 to 9999 as `YYYY-MM-DD`, from its day number: the days since 1970-01-01. */
export const dateOf = (dayNumber: number): string =>
  new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);

/** The day number of a `YYYY-MM-DD`, or undefined if that is not a date. */
export function dayNumberOf(date: string): number | undefined {
  const dayNumber = Date.parse(`${date}T00:00Z`) / DAY_MS;
  // JavaScript reads 30 February as 2 March.
  return Number.isInteger(dayNumber) && dateOf(dayNumber) === date ? dayNumber : undefined;
}

/** The day number of the first day of a month, which is counted from January of the year 0. */
export const monthStart = (month: number): number =>
  new Date(0).setUTCFullYear(0, month, 1) / DAY_MS;

/** The month of a day, counted from January of the year 0. */
export function monthOf(dayNumber: number): number {
  const date = new Date(dayNumber * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
