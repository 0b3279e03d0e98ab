import { FORECAST_FROM_DAYS, secondsOfDay } from '@immersion-tracker/contract';
import { dateOf } from '@immersion-tracker/contract/calendar';
import { daysAfter } from '../../days/days.ts';
import { type RangeWords, rangeWords } from '../../days/range-words.ts';
import type { Formats } from '../../text/formats.ts';
import type { Goal, History } from '../../tracker/tracker.ts';
import { type GrowthDay, growthOf, totalOf } from '../growth.ts';
import { dailyWords } from './daily-words.ts';
import { dateWords } from './date-words.ts';
import { farWords } from './far-words.ts';
import { type Line, line, link } from './line.ts';
import { isOnBreak } from './pace.ts';

/** Fewer days with a record would draw a curve that nobody watched. */
const CURVE_DAYS = 3;

/** What the card shows, from top to bottom. */
export interface GoalWords {
  readonly headline?: string;
  readonly note?: string | undefined;
  readonly range?: RangeWords | undefined;
  /** The hours so far: as a curve, or as a bar while there is too little for one. */
  readonly drawing: 'curve' | 'bar';
  /** The last block. */
  readonly lines: readonly Line[];
}

/** What the card says about a goal. Without one, it only shows the hours so far. */
export function goalWords(history: History, formats: Formats): GoalWords {
  const growth = growthOf(history);
  const drawing = growth.length < CURVE_DAYS ? 'bar' : 'curve';
  const { goal } = history;
  if (goal === null) return { drawing, lines: [] };
  const { target_hours: hours } = goal;
  if (hours === null) return { drawing, ...dailyWords(history, goal, formats) };
  if (totalOf(growth) >= hours * 3600) {
    return { drawing, ...reached(growth, hours, formats) };
  }
  return { drawing, ...open(history, goal, hours, formats) };
}

const hoursIn = (hours: number, { minutes }: Formats) => minutes(hours * 60);

type Words = Omit<GoalWords, 'drawing'> & { readonly drawing?: 'bar' };

function reached(growth: readonly GrowthDay[], hours: number, formats: Formats): Words {
  const { date, counted } = formats;
  const first = growth[0]?.day ?? Number.NaN;
  const day = growth.find(({ seconds }) => seconds >= hours * 3600)?.day ?? first;
  const when = day === first ? 'on your first day' : `after ${counted(day - first + 1, 'day')}`;
  return {
    headline: `${hoursIn(hours, formats)}. You did it.`,
    note: `Reached on ${date(dateOf(day))}, ${when}.`,
    lines: [line(link('Set your next goal'))],
  };
}

/** A target that is not reached yet. */
function open(history: History, goal: Goal, hours: number, formats: Formats): Words {
  const { today } = history;
  const { pace_minutes: pace, forecast } = goal;
  const headline = hoursIn(hours, formats);
  const dated = (average: number | null) => dateWords(goal, average, today, formats);
  if (pace === null) {
    return {
      headline,
      note: hours === 1 ? 'Every minute counts.' : 'Every one of them counts.',
      drawing: 'bar',
      lines: [...dated(null), line(firstForecast(history, formats))],
    };
  }
  if (forecast !== null) {
    return {
      headline: `${headline}${whenLikely(forecast.likely, today, formats)}`,
      range: rangeWords(forecast, today, formats),
      lines: dated(pace),
    };
  }
  if (isOnBreak(history)) {
    const isBack = history.days.some((day) => day.date === today && secondsOfDay(day) > 0);
    const note = isBack
      ? 'Welcome back. The forecast returns tomorrow.'
      : 'You are taking a break. The forecast returns with your next sessions.';
    return { headline, note, lines: dated(null) };
  }
  const byDate = dated(pace);
  return {
    headline,
    note: 'More than ten years away at your current pace.',
    lines: byDate.length > 0 ? byDate : farWords(history, hours, pace, formats),
  };
}

function whenLikely(likely: string, today: string, { date }: Formats): string {
  if (likely === today) return ', probably today';
  if (likely === daysAfter(today, 1)) return ', probably tomorrow';
  return ` around ${date(likely)}`;
}

function firstForecast({ days, today }: History, { dayAndMonth }: Formats): string {
  const day = daysAfter(days[0]?.date ?? today, FORECAST_FROM_DAYS);
  const when = day === daysAfter(today, 1) ? 'tomorrow' : `on ${dayAndMonth(day)}`;
  return `A date appears here ${when}, after four weeks.`;
}
