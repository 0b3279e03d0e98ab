import type { Link, Reject } from './link.ts';
import { pathSegments, webHost } from './url-parts.ts';

const PAGE_HOST = 'open.spotify.com';
/** `spotify.link` redirects to `spotify.app.link`, whose page redirects by script. */
const SHORT_HOSTS: ReadonlySet<string> = new Set(
  'spotify.link spotify.app.link link.tospotify.com spoti.fi'.split(' '),
);

/** What may stand before the kind: the page's language, then the name of the player. */
const PREFIX = /^\/(?:intl-[a-z-]+\/)?(?:embed(?:-podcast)?\/)?/i;
const BASE62_ID = /^[0-9A-Za-z]{22}$/;

/** Whether `readSpotify` should be asked. */
export function isSpotify(link: URL): boolean {
  const host = webHost(link);
  return link.protocol === 'spotify:' || host === PAGE_HOST || SHORT_HOSTS.has(host);
}

/** Which episode or show a link of Spotify's is of, `spotify:episode:…` included. */
export function readSpotify(link: URL): Link | Reject {
  if (SHORT_HOSTS.has(webHost(link))) return { provider: 'spotify', reject: 'short_link' };
  const [kind, id = ''] =
    link.protocol === 'spotify:'
      ? link.pathname.split(':')
      : pathSegments(link.pathname.replace(PREFIX, '/'));
  // Such a link only redirects: where to, Spotify alone knows (topi314/LavaSrc#346).
  if (kind === 's') return { provider: 'spotify', reject: 'short_link' };
  if (kind !== 'episode' && kind !== 'show') {
    return { provider: 'spotify', reject: 'unsupported_kind' };
  }
  if (!BASE62_ID.test(id)) return { provider: 'spotify', reject: 'invalid_id' };
  return { provider: 'spotify', kind, id };
}
