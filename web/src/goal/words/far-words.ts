import { FORECAST_MOST_DAYS } from '@immersion-tracker/contract';
import { totalSeconds } from '../../days/days.ts';
import type { Formats } from '../../text/formats.ts';
import { yearsInWords } from '../../text/years.ts';
import type { History } from '../../tracker/tracker.ts';
import { type Line, line, link } from './line.ts';

/** Hours a day that somebody could watch, and at last all that a day has. */
const PACES = [2, 4, 6, 8, 24];
const MOST = 24;

/** How much sooner a far target comes at a higher pace than the learner's, in minutes a day. */
export function farWords(
  { days }: Pick<History, 'days'>,
  hours: number,
  pace: number,
  formats: Formats,
): readonly Line[] {
  const change = link('Change the total');
  const missing = hours - totalSeconds(days) / 3600;
  const faster = PACES.filter((one) => one * 60 > pace);
  const near = faster.find((one) => one < MOST && missing / one < FORECAST_MOST_DAYS);
  const hoursADay = near ?? faster.at(-1);
  if (hoursADay === undefined) return [line(change)];
  const time = yearsInWords(Math.ceil(missing / hoursADay), formats);
  const paced = `${hoursADay === MOST ? 'Even at' : 'At'} ${formats.minutes(hoursADay * 60)} a day`;
  const sentence = `${paced} it would take about ${time}.`;
  return [near === undefined ? line(`${sentence} `, change) : line(sentence)];
}
