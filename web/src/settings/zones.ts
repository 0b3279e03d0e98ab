import { learnerCalendar } from '@immersion-tracker/contract/calendar';

/** For how many days before and after today two zones are compared: every clock change of a year. */
const COMPARED_DAYS = 366;

/** The browser's time zone; undefined if it does not know, or has one that no calendar supports. */
export function browserZone(): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  try {
    learnerCalendar(Date.now(), { timeZone, dayStartsAtHour: 0 });
    return timeZone;
  } catch {
    return undefined;
  }
}

/**
 * Whether days begin at the same moments in both zones. They do in two names of one zone, such as Asia/Calcutta and
 * Asia/Kolkata. Some browsers prefer the old name.
 */
export function haveSameDays(one: string, other: string, now = Date.now()): boolean {
  if (one === other) return true;
  const [here, there] = [one, other].map((timeZone) =>
    learnerCalendar(now, { timeZone, dayStartsAtHour: 0 }),
  );
  return Array.from({ length: 2 * COMPARED_DAYS }, (_, index) => index - COMPARED_DAYS).every(
    (count) => here?.daysAgo(count).start === there?.daysAgo(count).start,
  );
}

/** The zone to offer to somebody who has not chosen one, if the tracker's differs from it. */
export function zoneToOffer(
  chosen: string | null,
  tracker: string,
  browser: string | undefined,
): string | undefined {
  if (chosen !== null || browser === undefined) return undefined;
  return haveSameDays(tracker, browser) ? undefined : browser;
}

/** The zones to choose from: all that `listed` has, and those in use. */
export function zonesToChoose(
  inUse: readonly (string | undefined)[],
  listed: readonly string[] = Intl.supportedValuesOf('timeZone'),
): string[] {
  const used = inUse.filter((zone) => zone !== undefined);
  return [...new Set([...listed, 'UTC', ...used])].sort();
}
