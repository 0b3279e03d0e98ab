import type { Calendar } from '@immersion-tracker/contract/calendar';
import { dayInWords } from '../days/date-words.ts';
import { learnerDays } from '../days/learner-days.ts';
import { readWhen } from '../days/read-when.ts';
import type { Tracker } from '../tracker/tracker.ts';

/** Moments in epoch seconds, as the learner reads and writes them. */
export interface Moments {
  readonly calendar: Calendar;
  /** Such as `Today, Sunday 22 November`. */
  dayOf(moment: number): string;
  /** Such as `21:30`. */
  timeOf(moment: number): string;
  /** Such as `Sunday 22 November at 21:30`, or `Sunday 22 November at 01:30 (after midnight)`. */
  inWords(moment: number): string;
  /** Reads what {@link readWhen} reads, and what `inWords` means: a day of the learner, and a time. */
  read(text: string): number;
}

export async function momentsOf(tracker: Tracker): Promise<Moments> {
  const calendar = await learnerDays(tracker);
  const { timeZone } = calendar.settings;
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone });
  const dayAt = (moment: number) => dayInWords(calendar.dayAt(moment).date, calendar);
  const timeOf = (moment: number) => clock.format(moment * 1000);
  return {
    calendar,
    timeOf,
    dayOf(moment) {
      const ago = calendar.today.number - calendar.dayAt(moment).number;
      return [['Today, ', 'Yesterday, '][ago] ?? '', dayAt(moment)].join('');
    },
    inWords(moment) {
      const time = timeOf(moment);
      // A learner's day may end in the next morning.
      const isNextMorning = Number.parseInt(time, 10) < calendar.settings.dayStartsAtHour;
      return `${dayAt(moment)} at ${time}${isNextMorning ? ' (after midnight)' : ''}`;
    },
    read: (text) => readWhen(text, calendar, tracker.now()),
  };
}
