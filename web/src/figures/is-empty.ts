import { collections } from './collections.ts';
import type { Progress } from './progress.ts';

/** Whether nothing at all was ever recorded. */
export function isEmpty(progress: Progress): boolean {
  const { total_hours_watched: hours, all_time_progress: quarters } = progress;
  const kinds = collections(progress);
  return (
    hours === 0 &&
    quarters.length === 0 &&
    kinds.every(({ watched, entries }) => watched === 0 && entries.length === 0)
  );
}
