import { isPlausible, plausibleClock } from '@immersion-tracker/contract';
import { PublicError } from './errors.ts';

/** The current time in epoch milliseconds. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** Why the clock cannot be right, or undefined. Follows `The clock of the tracker` in a sentence. */
export function clockProblem(clock: Clock): string | undefined {
  const now = clock();
  if (isPlausible(now / 1000, plausibleClock)) return undefined;
  return `says ${new Date(now).toISOString()}, which cannot be right`;
}

/**
 * The current time in whole epoch seconds, as records store it. Throws `implausible_clock` if it cannot be right,
 * because a record at a wrong time is hard to find and spoils the figures.
 */
export function recordingTime(clock: Clock): number {
  const problem = clockProblem(clock);
  if (problem !== undefined) {
    const message = `The clock of the tracker ${problem}, so nothing is recorded. Set the clock of the machine on which the tracker runs, then try again.`;
    throw new PublicError('implausible_clock', message);
  }
  return Math.floor(clock() / 1000);
}
