import { endpoints, itemKey, movie } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { CliContext } from '../context/cli-context.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { wholeRecords } from '../tracker/whole-records.ts';
import { withReceipt } from './keep-receipt.ts';

type Context = Pick<CliContext, 'disks' | 'stateFolder'>;

/** Gives a show another TheTVDB id, or null for none, and keeps a receipt of it. */
export async function nameShow(
  context: Context,
  tracker: Tracker,
  folder_name: string,
  tvdb_id: number | null,
): Promise<void> {
  const from = (await showIdOf(tracker, folder_name)) ?? null;
  const what = `the TheTVDB id of ${folder_name}`;
  const changes = [{ kind: 'show named', folder_name, from, to: tvdb_id }] as const;
  await withReceipt(context, tracker, { what, changes }, () =>
    tracker.send(endpoints.updateShow, { folder_name, tvdb_id }),
  );
}

/** Gives a movie another TheTVDB id, and keeps a receipt of it. */
export async function nameMovie(
  context: Context,
  tracker: Tracker,
  file_name: string,
  tvdb_id: number,
): Promise<void> {
  const from = (await movieIdOf(tracker, file_name)) ?? null;
  const what = `the TheTVDB id of ${file_name}`;
  const changes = [{ kind: 'movie named', file_name, from, to: tvdb_id }] as const;
  await withReceipt(context, tracker, { what, changes }, () =>
    tracker.send(endpoints.updateMovie, { file_name, tvdb_id }),
  );
}

/** Null if the show has none; undefined without such a show. */
export async function showIdOf(tracker: Tracker, folder: string) {
  const { shows } = await tracker.send(endpoints.getShows, undefined);
  return shows.find(({ folder_name }) => folder_name === folder)?.tvdb_id;
}

const named = z.object({ tvdb_id: z.number().nullish().catch(null) });

/** Null if the movie has none; undefined without a first viewing of the movie. */
export async function movieIdOf(tracker: Tracker, fileName: string) {
  const [record] = await wholeRecords(tracker, [itemKey(movie.record, fileName)]);
  return record === undefined ? undefined : (named.parse(record).tvdb_id ?? null);
}
