import { type FormatNumber, thousands } from './nouns.ts';

/** Keeps a number and its unit on one line of a page. */
export const NBSP = '\u00a0';

/**
 * Whole minutes as a person says them: `40 min`, `2 h`, `1 h 20 min` (SI symbols). `space` goes between
 * a number and its unit.
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
