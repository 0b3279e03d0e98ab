import { type Calendar, learnerCalendar } from '@immersion-tracker/contract/calendar';
import { dayInWords } from '../days/day-in-words.ts';
import { daySettings } from '../days/learner-days.ts';
import { middleOf, readDay } from '../days/read-day.ts';
import { Failure } from '../errors/failure.ts';
import { printable } from '../text/printable.ts';
import type { Tracker } from '../tracker/tracker.ts';

/** Moments in epoch seconds, as the learner reads and writes them. */
export interface Moments {
  readonly calendar: Calendar;
  /** Such as `Today, Sunday 22 November`. */
  dayOf(moment: number): string;
  /** Such as `21:30`. */
  timeOf(moment: number): string;
  /** Such as `Sunday 22 November at 21:30`. */
  inWords(moment: number): string;
  /** Reads a day, a day with a time, `today` or `now`. Throws a `Failure` unless it is in the past. */
  read(text: string): number;
}

const WITH_TIME = /^(\S+)[ T](\d{1,2}):(\d{2})$/;

export async function momentsOf(tracker: Tracker): Promise<Moments> {
  const settings = await daySettings(tracker);
  const { timeZone } = settings;
  const now = tracker.now();
  const calendar = learnerCalendar(now * 1000, settings);
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone });
  const dayAt = (moment: number) => dayInWords(calendar.dayAt(moment).date, calendar);
  const timeOf = (moment: number) => clock.format(moment * 1000);

  function readTime(day: string, hour: number, minute: number): number {
    const { date } = readDay(day, calendar);
    if (hour > 23 || minute > 59) {
      throw new Failure(`There is no such time: write it like ${date} 21:30.`);
    }
    // The day that begins at this hour begins when the clocks show it.
    const start = learnerCalendar(now * 1000, { timeZone, dayStartsAtHour: hour }).dayOf(date);
    const moment = (start?.start ?? now) + minute * 60;
    if (moment > now) throw new Failure(`${date} ${clock.format(moment * 1000)} is in the future.`);
    return moment;
  }

  return {
    calendar,
    timeOf,
    dayOf(moment) {
      const ago = calendar.today.number - calendar.dayAt(moment).number;
      return [['Today, ', 'Yesterday, '][ago] ?? '', dayAt(moment)].join('');
    },
    inWords: (moment) => `${dayAt(moment)} at ${timeOf(moment)}`,
    read(text) {
      const [, day, hour, minute] = WITH_TIME.exec(text.trim()) ?? [];
      if (day !== undefined) return readTime(day, Number(hour), Number(minute));
      const typed = text.trim().toLowerCase();
      if (typed === 'now' || typed === 'today') return now;
      try {
        return middleOf(readDay(typed, calendar), now);
      } catch (error) {
        if (!(error instanceof Failure) || /future/.test(error.message)) throw error;
        throw new Failure(
          `${printable(text)} is not a date. Write it like ${calendar.today.date}, "${calendar.today.date} 21:30", yesterday or now.`,
        );
      }
    },
  };
}
