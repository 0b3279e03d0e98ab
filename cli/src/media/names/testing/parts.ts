import type { NameParts } from '../read-name.ts';

/** The result of reading a name that says only this. */
export function only(parts: Partial<NameParts>): NameParts {
  const nothing = { season: null, episode: null, episodeEnd: null, date: null, part: null };
  return { flags: [], ...nothing, ...parts };
}
