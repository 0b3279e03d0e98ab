import { youtubeVideo } from '@immersion-tracker/contract';
import {
  INVALID_ID,
  linkPattern,
  pathSegments,
  type Reading,
  SHORT_LINK,
  webHost,
} from '../link-pattern.ts';

const STAYS = {
  playlist: 'is a playlist: open the video that you watched and copy its link',
  channel: 'is a channel: open the video that you watched and copy its link',
  not_a_video: 'is not a link to a video: open the video that you watched and copy its link',
  invalid_id: INVALID_ID,
  short_link: SHORT_LINK,
};
type VideoLink = Reading<'video', keyof typeof STAYS>;

export const youtube = linkPattern({
  provider: youtubeVideo.provider,
  matches(link) {
    const host = webHost(link);
    const isOther = host === CONSENT_HOST || host === REDIRECT_HOST;
    return PAGE_HOSTS.has(host) || SHORT_HOSTS.has(host) || isOther;
  },
  // Twice, since a consent page may lead to an attribution link.
  read: (link) => readPage(unwrap(unwrap(link))),
  stays: STAYS,
});

const CONSENT_HOST = 'consent.youtube.com';
const SHORT_HOSTS: ReadonlySet<string> = new Set(['youtu.be', 'www.youtu.be']);
/** Its links do not contain the video's id. */
const REDIRECT_HOST = 'youtube.app.goo.gl';
const PAGE_HOSTS: ReadonlySet<string> = new Set([
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'youtube-nocookie.com',
  'www.youtube-nocookie.com',
]);

/** Pages whose path continues with a video's id. */
const VIDEO_PAGES: ReadonlySet<string> = new Set(['shorts', 'live', 'embed', 'v', 'e']);
const CHANNEL_PAGES: ReadonlySet<string> = new Set(['channel', 'c', 'user']);
const VIDEO_ID = /^[\w-]{11}$/;

/** The target of a link that leads to another link; otherwise the link itself. */
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

function readPage(link: URL): VideoLink {
  const host = webHost(link);
  const [page = '', name] = pathSegments(link.pathname);
  if (SHORT_HOSTS.has(host)) return video(page, link);
  if (host === REDIRECT_HOST) return { reject: 'short_link' };
  if (!PAGE_HOSTS.has(host)) return { reject: 'not_a_video' };
  // `videoseries` and `live_stream` name players, but are spelled like video ids, with 11 characters.
  const player = page === 'embed' ? name : undefined;
  if (page === 'playlist' || player === 'videoseries') return { reject: 'playlist' };
  if (CHANNEL_PAGES.has(page) || /^(@|%40)/.test(page) || player === 'live_stream') {
    return { reject: 'channel' };
  }
  if (page === 'watch') return video(link.searchParams.get('v'), link);
  if (VIDEO_PAGES.has(page)) return video(name, link);
  return { reject: 'not_a_video' };
}

function video(id: string | null | undefined, link: URL): VideoLink {
  if (id && VIDEO_ID.test(id)) return { kind: 'video', id };
  const isPlaylist = !id && link.searchParams.has('list');
  return { reject: isPlaylist ? 'playlist' : 'invalid_id' };
}
