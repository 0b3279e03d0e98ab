import { episode } from '@immersion-tracker/contract';
import { linkPattern, pathSegments, type Reading, webHost } from '../link-pattern.ts';

const IS_FROM_FILES = 'is a TheTVDB link: shows and movies are recorded from their files';

/** Links to series and movies, which TheTVDB numbers separately, without leading zeros. */
export const tvdb = linkPattern({
  provider: episode.provider,
  matches: (link) => HOSTS.has(webHost(link)),
  read(link) {
    const [page, kind, id = ''] = pathSegments(link.pathname);
    if (page === 'dereferrer' && (kind === 'series' || kind === 'movie')) return numbered(kind, id);
    if (isOldSeriesPage(link)) return numbered('series', link.searchParams.get('id') ?? '');
    // A slug is not an id, even if it consists of digits (the series "1883", the movie "1917").
    const isSlug = (page === 'series' || page === 'movies') && kind !== undefined;
    return { reject: isSlug ? 'slug_only' : 'unsupported_kind' };
  },
  stays: {
    series: IS_FROM_FILES,
    movie: IS_FROM_FILES,
    slug_only: IS_FROM_FILES,
    invalid_id: IS_FROM_FILES,
    unsupported_kind: IS_FROM_FILES,
  },
});

const HOSTS: ReadonlySet<string> = new Set(['thetvdb.com', 'www.thetvdb.com']);
const POSITIVE = /^[1-9]\d*$/;

function isOldSeriesPage({ pathname, searchParams }: URL): boolean {
  const isOldPage = pathname === '/' || pathname === '/index.php';
  return isOldPage && searchParams.get('tab') === 'series';
}

type TvdbLink = Reading<'series' | 'movie', 'slug_only' | 'invalid_id' | 'unsupported_kind'>;

function numbered(kind: 'series' | 'movie', id: string): TvdbLink {
  const isId = POSITIVE.test(id) && Number.isSafeInteger(Number(id));
  return isId ? { kind, id } : { reject: 'invalid_id' };
}
