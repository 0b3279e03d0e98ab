import type { Formats } from './formats.ts';

/** A length, such as `24 min`, `under 1 min` or, for a guess, `about 20 min`. */
export function lengthWords(
  seconds: number,
  isGuess: boolean,
  { length }: Pick<Formats, 'length'>,
): string {
  if (seconds > 0 && seconds < 60) return `under ${length(60)}`;
  return isGuess ? `about ${length(seconds)}` : length(seconds);
}
