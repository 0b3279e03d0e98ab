import { durationInWords } from '@immersion-tracker/contract';
import type { Paint } from '../../text/paint.ts';
import { gauge } from '../charts/gauge.ts';
import { INDENT, indented } from '../section.ts';

/** Today's minutes beside the daily goal, in words. */
export function dailyNotes(minutes: number, goal: number, paint: Paint): string[] {
  if (minutes >= goal) {
    const reached = `goal of ${durationInWords(goal)} reached`;
    return [paint.accent(durationInWords(minutes)), reached];
  }
  if (minutes === 0) return [paint.dim('nothing yet'), `${durationInWords(goal)} to go`];
  return [
    `${paint.accent(durationInWords(minutes))} of ${durationInWords(goal)}`,
    `${durationInWords(goal - minutes)} to go`,
  ];
}

export const dailyGauge = (minutes: number, goal: number, columns: number, paint: Paint): string =>
  indented(gauge(minutes, goal, columns - INDENT.length, paint));
