import type { Link, Reject } from './link.ts';
import { pathSegments, webHost } from './url-parts.ts';

const CONSENT_HOST = 'consent.youtube.com';
const SHORT_HOSTS: ReadonlySet<string> = new Set(['youtu.be', 'www.youtu.be']);
/** Unlike those above, these links do not hold the video's id. */
const REDIRECT_HOST = 'youtube.app.goo.gl';
const PAGE_HOSTS: ReadonlySet<string> = new Set([
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'youtube-nocookie.com',
  'www.youtube-nocookie.com',
]);

/** Pages whose path goes on with a video's id. */
const VIDEO_PAGES: ReadonlySet<string> = new Set(['shorts', 'live', 'embed', 'v', 'e']);
const CHANNEL_PAGES: ReadonlySet<string> = new Set(['channel', 'c', 'user']);
const VIDEO_ID = /^[\w-]{11}$/;

/** Whether `readYoutube` should be asked. */
export function isYoutube(link: URL): boolean {
  const host = webHost(link);
  const isOther = host === CONSENT_HOST || host === REDIRECT_HOST;
  return PAGE_HOSTS.has(host) || SHORT_HOSTS.has(host) || isOther;
}

/** Which video a link of YouTube's is of. */
export function readYoutube(link: URL): Link | Reject {
  // Twice and no more: a consent page may stand before an attribution link.
  const page = unwrap(unwrap(link));
  if (SHORT_HOSTS.has(webHost(page))) return video(pathSegments(page.pathname)[0], page);
  if (PAGE_HOSTS.has(webHost(page))) return readPage(page);
  if (webHost(page) === REDIRECT_HOST) return { provider: 'youtube', reject: 'short_link' };
  return { provider: 'youtube', reject: 'not_a_video' };
}

/** The link inside a link that leads on to another; any other link as it is. */
function unwrap(link: URL): URL {
  const target = wrappedTarget(link);
  return (target && URL.parse(target, 'https://www.youtube.com')) || link;
}

function wrappedTarget(link: URL): string | null {
  const host = webHost(link);
  if (host === CONSENT_HOST) return link.searchParams.get('continue');
  const isAttribution = PAGE_HOSTS.has(host) && link.pathname === '/attribution_link';
  return isAttribution ? link.searchParams.get('u') : null;
}

function readPage(link: URL): Link | Reject {
  const [page = '', name] = pathSegments(link.pathname);
  // These two names look like ids: 11 characters of the right alphabet.
  const player = page === 'embed' ? name : undefined;
  if (page === 'playlist' || player === 'videoseries') {
    return { provider: 'youtube', reject: 'playlist' };
  }
  if (CHANNEL_PAGES.has(page) || /^(@|%40)/.test(page) || player === 'live_stream') {
    return { provider: 'youtube', reject: 'channel' };
  }
  if (page === 'watch') return video(link.searchParams.get('v'), link);
  if (VIDEO_PAGES.has(page)) return video(name, link);
  return { provider: 'youtube', reject: 'not_a_video' };
}

function video(id: string | null | undefined, link: URL): Link | Reject {
  if (id && VIDEO_ID.test(id)) return { provider: 'youtube', kind: 'video', id };
  const isPlaylist = !id && link.searchParams.has('list');
  return { provider: 'youtube', reject: isPlaylist ? 'playlist' : 'invalid_id' };
}
