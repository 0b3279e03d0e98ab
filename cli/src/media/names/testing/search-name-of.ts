import { episodeName, movieName, type SearchName, showName } from '../titles/search-name.ts';
import type { LABELLED_NAMES } from './labelled-names.ts';

/** What to search for a labelled name. In a path, the show's folder says it. */
export function searchNameOf({ where, name }: (typeof LABELLED_NAMES)[number]): SearchName {
  const [folder = '', file] = name.split('/');
  if (where === 'movie') return movieName(name);
  return where === 'show' || file !== undefined ? showName(folder) : episodeName(name);
}
