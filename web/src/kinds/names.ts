import { kindOf } from '@immersion-tracker/contract';
import type { LibraryEntry } from '../tracker/tracker.ts';

/** What to call a show, movie, channel or podcast, even if its provider's name for it is unknown. */
export function nameOf({
  kind,
  group_id: id,
  name,
}: Pick<LibraryEntry, 'kind' | 'group_id' | 'name'>): string {
  if (name !== null && name.trim() !== '') return name;
  const { nouns, group, record } = kindOf(kind);
  const [one] = nouns.shortGroup;
  const prefix = group === null ? record.prefix : group.prefix;
  const short = id.startsWith(prefix) ? id.slice(prefix.length) : id;
  return group === null ? short : `${one.charAt(0).toUpperCase()}${one.slice(1)} ${short}`;
}
