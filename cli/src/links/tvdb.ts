import type { Link, Reject } from './link.ts';
import { pathSegments, webHost } from './url-parts.ts';

const HOSTS: ReadonlySet<string> = new Set(['thetvdb.com', 'www.thetvdb.com']);
const POSITIVE = /^[1-9]\d*$/;

/** Whether `readTvdb` should be asked. */
export function isTvdb(link: URL): boolean {
  return HOSTS.has(webHost(link));
}

/** Which series or movie a link of TheTVDB's is of; the two have separate ids. */
export function readTvdb(link: URL): Link | Reject {
  const [page, kind, id = ''] = pathSegments(link.pathname);
  if (page === 'dereferrer' && (kind === 'series' || kind === 'movie')) return numbered(kind, id);
  if (isOldSeriesPage(link)) return numbered('series', link.searchParams.get('id') ?? '');
  // A slug may be all digits (the series "1883", the movie "1917"), and is no id even then.
  const isSlug = (page === 'series' || page === 'movies') && kind !== undefined;
  return { provider: 'tvdb', reject: isSlug ? 'slug_only' : 'unsupported_kind' };
}

function isOldSeriesPage({ pathname, searchParams }: URL): boolean {
  const isOldPage = pathname === '/' || pathname === '/index.php';
  return isOldPage && searchParams.get('tab') === 'series';
}

function numbered(kind: 'series' | 'movie', id: string): Link | Reject {
  const isId = POSITIVE.test(id) && Number.isSafeInteger(Number(id));
  return isId ? { provider: 'tvdb', kind, id } : { provider: 'tvdb', reject: 'invalid_id' };
}
