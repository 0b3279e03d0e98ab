import { endpoints, itemKey, movie } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { Tracker } from './tracker.ts';
import { wholeRecords } from './whole-records.ts';

/** A show or movie that can have a TheTVDB id. */
export interface Titled {
  /** Of its folder or file. */
  readonly name: string;
  /** Resolves with null if it has no id, and with undefined if it is not recorded. */
  idOf(): Promise<number | null | undefined>;
  setId(id: number | null): Promise<unknown>;
}

export function titledShow(tracker: Tracker, folder_name: string): Titled {
  return {
    name: folder_name,
    async idOf() {
      const { shows } = await tracker.send(endpoints.getShows, undefined);
      return shows.find((show) => show.folder_name === folder_name)?.tvdb_id;
    },
    setId: (tvdb_id) => tracker.send(endpoints.updateShow, { folder_name, tvdb_id }),
  };
}

const withId = z.object({ tvdb_id: z.number().nullish().catch(null) });

export function titledMovie(tracker: Tracker, file_name: string): Titled {
  return {
    name: file_name,
    async idOf() {
      const [record] = await wholeRecords(tracker, [itemKey(movie.record, file_name)]);
      return record === undefined ? undefined : (withId.parse(record).tvdb_id ?? null);
    },
    // The tracker cannot take the id of a movie away.
    setId: async (tvdb_id) =>
      tvdb_id === null ? undefined : tracker.send(endpoints.updateMovie, { file_name, tvdb_id }),
  };
}
