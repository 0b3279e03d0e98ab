import type { Formats } from '../../text/formats.ts';
import { yearsInWords } from '../../text/years.ts';

/** What a goal would mean for somebody who has watched for so many seconds. Null parts are not set. */
export function formWords(
  minutes: number | null,
  hours: number | null,
  seconds: number,
  formats: Formats,
): string {
  const { aDay, minutes: inHours } = formats;
  if (hours === null) {
    if (minutes === null) return 'Fill in one of the two, or both.';
    return `${aDay(minutes)} a day makes ${inHours(minutes * 365)} a year.`;
  }
  const missing = hours * 3600 - seconds;
  if (missing <= 0) return `You already have ${formats.length(seconds)}.`;
  if (minutes === null) return 'Your pace decides when you get there.';
  const time = yearsInWords(Math.ceil(missing / 60 / minutes), formats);
  return `${aDay(minutes)} a day makes ${inHours(hours * 60)} in about ${time}.`;
}
