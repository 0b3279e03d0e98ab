import { counted, type FormatNumber, thousands } from './nouns.ts';

/** A no-break space, which keeps a number and its unit on one line. */
export const NBSP = '\u00a0';

/**
 * Formats whole minutes with SI symbols, such as `40 min`, `2 h` and `1 h 20 min`. `space` separates a
 * number from its unit.
 */
export function durationInWords(
  minutes: number,
  { number = thousands, space = ' ' }: { number?: FormatNumber; space?: string } = {},
): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const inHours = `${number(hours)}${space}h`;
  const inMinutes = `${number(rest)}${space}min`;
  if (hours === 0) return inMinutes;
  return rest === 0 ? inHours : `${inHours} ${inMinutes}`;
}

/** Formats seconds such as `30 seconds`, and from a minute on rounded to minutes. */
export const secondsInWords = (seconds: number): string =>
  seconds < 60 ? counted(seconds, 'second') : durationInWords(Math.round(seconds / 60));
