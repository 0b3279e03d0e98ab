import { BREAK_DAYS, counted, durationInWords, secondsOfDay } from '@immersion-tracker/contract';
import { dateInWords, dayNumber } from '../../days/date-words.ts';
import type { Goal, History } from '../history.ts';
import { together } from '../section.ts';

/** When a target of `hours` that is not reached yet will be, or why nobody can tell. */
export function forecastInWords(history: History, goal: Goal, hours: number): string {
  const { pace_minutes: pace, forecast } = goal;
  if (pace === null) return 'A forecast needs four weeks of history.';
  if (forecast === null) return reason(history, pace, hours);

  const dated = (date: string) => (date === history.today ? 'today' : together(dateInWords(date)));
  const target = together(counted(hours, 'hour'));
  const { early, likely, late } = forecast;
  const when = likely === history.today ? 'today' : `around ${dated(likely)}`;
  const sentence = `At your current pace of ${aDay(pace)}, you will reach ${target} ${when}.`;
  if (early === late) return sentence;
  const end = late === null ? 'a day more than ten years from now' : dated(late);
  return `${sentence} Paces change, though: 8 times out of 10, the day falls between ${dated(early)} and ${end}.`;
}

function reason({ days, today }: History, pace: number, hours: number): string {
  const now = dayNumber(today);
  const hasMinutes = (from: number, to: number) =>
    days.some((day) => {
      const number = dayNumber(day.date);
      return number >= from && number <= to && secondsOfDay(day) > 0;
    });
  if (hasMinutes(now - BREAK_DAYS, now - 1)) {
    return `At your current pace of ${aDay(pace)}, ${counted(hours, 'hour')} are more than ten years away.`;
  }
  return hasMinutes(now, now)
    ? 'Welcome back. The forecast returns tomorrow.'
    : 'You are taking a break. The forecast returns with your next sessions.';
}

const aDay = (minutes: number) =>
  minutes < 1
    ? 'less than a minute a day'
    : together(`${durationInWords(Math.floor(minutes))} a day`);
