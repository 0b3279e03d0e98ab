import { workingCopy } from './working-copy.ts';

/** `{tvdb-1}`, `[tvdbid-1]` and `[tvdbid=1]`, as Plex, Jellyfin and Emby write them. */
const ID = /[[{(]\s*(tvdb|imdb|tmdb)(?:id)?\s*[-=:]\s*(\w+)\s*[\]})]/gi;
const EDITION = /\{edition-[^}]*\}/gi;

/** The TheTVDB id in the name of a file or folder; undefined if there is none, or two different ones. */
export function tvdbIdIn(name: string): number | undefined {
  const ids = [...workingCopy(name).matchAll(ID)]
    .filter(([, provider]) => provider?.toLowerCase() === 'tvdb')
    .map(([, , id = '']) => (/^\d+$/.test(id) ? Number(id) : 0));
  const [id = 0] = ids;
  const isOnly = new Set(ids).size === 1;
  return isOnly && id > 0 && Number.isSafeInteger(id) ? id : undefined;
}

export function withoutIds(text: string): string {
  return text.replace(ID, ' ').replace(EDITION, ' ');
}
