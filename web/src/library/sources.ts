import { localName, nameOf } from '../kinds/names.ts';
import type { LibraryEntry, Show } from '../tracker/tracker.ts';

/** The folders of each matched show, by TheTVDB id. */
export function foldersById(shows: readonly Show[]): ReadonlyMap<string, readonly string[]> {
  const matched = shows.filter(({ tvdb_id }) => tvdb_id !== null);
  const groups = Map.groupBy(matched, ({ tvdb_id }) => `${tvdb_id}`);
  return new Map([...groups].map(([id, all]) => [id, all.map((show) => show.folder_name)]));
}

/** Where a show or movie was found in the media folder: its folders, or its file. */
export function localNames(
  entry: Pick<LibraryEntry, 'kind' | 'group_id'>,
  folders: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const own = localName(entry);
  if (own !== undefined) return [own];
  return entry.kind === 'episode' ? (folders.get(entry.group_id) ?? []) : [];
}

/** What a search for an entry compares: what it is called here, on TheTVDB, and in the media folder. */
export const searchText = (
  entry: LibraryEntry,
  folders: ReadonlyMap<string, readonly string[]>,
): string => [nameOf(entry), ...localNames(entry, folders)].join(' · ');
