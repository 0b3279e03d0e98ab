import type { Formats } from './formats.ts';

/** A length, such as `24 min` or, for a guess, `about 20 min`. */
export const lengthWords = (
  seconds: number,
  isGuess: boolean,
  { length }: Pick<Formats, 'length'>,
): string => (isGuess ? `about ${length(seconds)}` : length(seconds));
