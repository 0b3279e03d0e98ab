import { type KindId, kindOf } from '@immersion-tracker/contract';
import { capitalised } from '../text/kind-words.ts';
import type { LibraryEntry } from '../tracker/tracker.ts';

type Group = Pick<LibraryEntry, 'kind' | 'group_id'>;

/** What to call a show, movie, channel or podcast, even if its provider's name for it is unknown. */
export function nameOf({ kind, group_id, name }: Group & Pick<LibraryEntry, 'name'>): string {
  if (name !== null && name.trim() !== '') return name;
  const { nouns, group } = kindOf(kind);
  const short = withoutPrefix(kind, group_id) ?? group_id;
  return group === null ? short : `${capitalised(nouns.shortGroup[0])} ${short}`;
}

/** The folder of an unmatched show, or the file of a movie, which is all that its id says. */
export const localName = ({ kind, group_id }: Group): string | undefined =>
  kindOf(kind).foundIn === 'folder' ? withoutPrefix(kind, group_id) : undefined;

/** Whether a show is only known by its folder. */
export const isUnmatched = (entry: Group): boolean =>
  kindOf(entry.kind).group !== null && localName(entry) !== undefined;

/** Undefined for the ids of providers: only our own ids begin with a prefix. */
function withoutPrefix(kind: KindId, id: string): string | undefined {
  const { group, record } = kindOf(kind);
  const { prefix } = group ?? record;
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}
