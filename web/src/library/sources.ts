import { type KindId, kindOf } from '@immersion-tracker/contract';
import { nameOf } from '../kinds/names.ts';
import type { LibraryEntry, Show } from '../tracker/tracker.ts';

/** The folder of an unmatched show, or the file of a movie, which is all that its id says. */
function localName(kind: KindId, groupId: string): string | undefined {
  const { foundIn, group, record } = kindOf(kind);
  const { prefix } = group ?? record;
  const isLocal = foundIn === 'folder' && groupId.startsWith(prefix);
  return isLocal ? groupId.slice(prefix.length) : undefined;
}

/** Whether a show is only known by its folder. */
export const isUnmatched = ({ kind, group_id }: Pick<LibraryEntry, 'kind' | 'group_id'>): boolean =>
  kindOf(kind).group !== null && localName(kind, group_id) !== undefined;

/** The folders of each matched show, by TheTVDB id. */
export function foldersById(shows: readonly Show[]): ReadonlyMap<string, readonly string[]> {
  const matched = shows.filter(({ tvdb_id }) => tvdb_id !== null);
  const groups = Map.groupBy(matched, ({ tvdb_id }) => `${tvdb_id}`);
  return new Map([...groups].map(([id, all]) => [id, all.map((show) => show.folder_name)]));
}

/** Where a show or movie was found in the media folder: its folders, or its file. */
export function localNames(
  { kind, group_id }: Pick<LibraryEntry, 'kind' | 'group_id'>,
  folders: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const own = localName(kind, group_id);
  if (own !== undefined) return [own];
  return kind === 'episode' ? (folders.get(group_id) ?? []) : [];
}

/** What a search for an entry compares: what it is called here, on TheTVDB, and in the media folder. */
export const searchText = (
  entry: LibraryEntry,
  folders: ReadonlyMap<string, readonly string[]>,
): string => [nameOf(entry), ...localNames(entry, folders)].join(' \u00b7 ');
