import type { Collection } from './collections.ts';
import type { Progress } from './progress.ts';

/** Whether nothing at all was ever recorded. */
export function isEmpty(progress: Progress, collections: readonly Collection[]): boolean {
  const { total_hours_watched: hours, all_time_progress: quarters } = progress;
  return (
    hours === 0 &&
    quarters.length === 0 &&
    collections.every(({ watched, entries }) => watched === 0 && entries.length === 0)
  );
}
