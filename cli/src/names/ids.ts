export interface Ids {
  readonly tvdb?: number;
  readonly imdb?: string;
  readonly tmdb?: number;
}

/** `{tvdb-1}`, `[tvdbid-1]` and `[tvdbid=1]`, as Plex, Jellyfin and Emby write them. */
const ID = /[[{(]\s*(tvdb|imdb|tmdb)(?:id)?\s*[-=:]\s*(\w+)\s*[\]})]/gi;
const EDITION = /\{edition-[^}]*\}/gi;

/** The ids in a name, and the name without them. Of two different ids of one kind, neither counts. */
export function takeIds(text: string): { readonly ids: Ids; readonly rest: string } {
  const found = [...text.matchAll(ID)];
  if (found.length === 0) return { ids: {}, rest: text.replace(EDITION, ' ') };
  const only = (kind: string) => {
    const values = found
      .filter(([, provider]) => provider?.toLowerCase() === kind)
      .map(([, , value]) => value?.toLowerCase() ?? '');
    return new Set(values).size === 1 ? values[0] : undefined;
  };
  const [tvdb, tmdb] = [number(only('tvdb')), number(only('tmdb'))];
  const imdb = only('imdb');
  const ids = {
    ...(tvdb && { tvdb }),
    ...(imdb && /^tt\d{5,}$/.test(imdb) && { imdb }),
    ...(tmdb && { tmdb }),
  };
  return { ids, rest: text.replace(ID, ' ').replace(EDITION, ' ') };
}

function number(text: string | undefined): number | undefined {
  const value = text !== undefined && /^\d+$/.test(text) ? Number(text) : 0;
  return value > 0 && Number.isSafeInteger(value) ? value : undefined;
}
