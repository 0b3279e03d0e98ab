import { endpoints } from '@immersion-tracker/contract';
import { movieIdOf, showIdOf } from '../../receipts/named-titles.ts';
import type { ChangeOf } from '../../receipts/receipt.ts';
import type { Tracker } from '../../tracker/tracker.ts';

const CHANGED = 'got another TheTVDB id in the meantime, and keeps it';

export async function carryOutShow(
  tracker: Tracker,
  { folder_name, from, to }: ChangeOf<'show named'>,
): Promise<string[]> {
  const now = await showIdOf(tracker, folder_name);
  if (now === to) return [];
  if (now !== from) return [`${folder_name} ${CHANGED}`];
  await tracker.send(endpoints.updateShow, { folder_name, tvdb_id: to });
  return [];
}

export async function carryOutMovie(
  tracker: Tracker,
  { file_name, from, to }: ChangeOf<'movie named'>,
): Promise<string[]> {
  const now = await movieIdOf(tracker, file_name);
  if (now === to) return [];
  if (now !== from) return [`${file_name} ${CHANGED}`];
  await tracker.send(endpoints.updateMovie, { file_name, tvdb_id: to });
  return [];
}
