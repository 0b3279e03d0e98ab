import { durationInWords, type Progress } from '@immersion-tracker/contract';
import { COMMAND } from '../text/command-name.ts';
import type { Paint } from '../text/paint.ts';
import { type History, totalSeconds } from './history.ts';
import { prose, together } from './section.ts';

/** Whether episodes have no known length because nobody said what their show is. */
export function hasUnknownShows({ shows }: Progress): boolean {
  return shows.some(({ show_id }) => show_id === null);
}

/** How much of the total is a guess, and what to do about it. Empty if nothing is. */
export function guesses(
  progress: Progress,
  history: History,
  { hasTvdbKey }: { readonly hasTvdbKey: boolean },
  columns: number,
  paint: Paint,
): string[] {
  const { guessed_seconds: guessed, days } = history;
  if (guessed === 0) return [];
  const share = Math.min(100, Math.round((guessed / totalSeconds(days)) * 100));
  const time = together(durationInWords(Math.max(1, Math.floor(guessed / 60))));
  const text = `A guess of 20 minutes an episode makes up ${time} of your total (${share === 0 ? '<1' : share}%).`;
  const advice = !hasUnknownShows(progress)
    ? ''
    : hasTvdbKey
      ? ` To say what your shows are: ${together(`${COMMAND} shows`)}`
      : ' The tracker has no key for TheTVDB; with one, it can look up the real lengths.';
  return prose(text + advice, columns).map((line) => paint.dim(line));
}
