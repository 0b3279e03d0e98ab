import { endpoints, movie } from '@immersion-tracker/contract';
import type { Tracker } from '../tracker/tracker.ts';

export interface RecordedMovie {
  /** The file's name without its extension, in its folder if that has another name. */
  readonly file_name: string;
  /** On TheTVDB; null if that is not known. */
  readonly name: string | null;
  readonly last_watched_at: number;
}

/** The movies that were recorded, the most recently watched first. */
export async function recordedMovies(tracker: Tracker): Promise<RecordedMovie[]> {
  const { library } = await tracker.send(endpoints.getLibrary, {});
  return library
    .filter(({ kind }) => kind === movie.id)
    .map(({ group_id, name, last_watched_at }) => {
      return { file_name: group_id.slice(movie.record.prefix.length), name, last_watched_at };
    });
}
