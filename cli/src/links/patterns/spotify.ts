import { spotifyEpisode } from '@immersion-tracker/contract';
import { INVALID_ID, linkPattern, pathSegments, SHORT_LINK, webHost } from '../link-pattern.ts';

/** Links to podcasts and podcast episodes, including `spotify:episode:…`. */
export const spotify = linkPattern({
  provider: spotifyEpisode.provider,
  matches(link) {
    const host = webHost(link);
    return link.protocol === 'spotify:' || host === PAGE_HOST || SHORT_HOSTS.has(host);
  },
  read(link) {
    if (SHORT_HOSTS.has(webHost(link))) return { reject: 'short_link' };
    const [kind, id = ''] =
      link.protocol === 'spotify:'
        ? link.pathname.split(':')
        : pathSegments(link.pathname.replace(PREFIX, '/'));
    // Such a link redirects, and only Spotify knows where to (topi314/LavaSrc#346).
    if (kind === 's') return { reject: 'short_link' };
    if (kind !== 'episode' && kind !== 'show') return { reject: 'unsupported_kind' };
    return BASE62_ID.test(id) ? { kind, id } : { reject: 'invalid_id' };
  },
  stays: {
    show: 'is a whole podcast: open each podcast episode that you listened to and copy its link',
    unsupported_kind:
      'is not a link to a podcast episode: open the one that you listened to and copy its link',
    invalid_id: INVALID_ID,
    short_link: SHORT_LINK,
  },
});

const PAGE_HOST = 'open.spotify.com';
/** `spotify.link` redirects to `spotify.app.link`, whose page redirects by script. */
const SHORT_HOSTS: ReadonlySet<string> = new Set(
  'spotify.link spotify.app.link link.tospotify.com spoti.fi'.split(' '),
);

/** What may precede the kind in a path: the language of the page, then the embedded player. */
const PREFIX = /^\/(?:intl-[a-z-]+\/)?(?:embed(?:-podcast)?\/)?/i;
const BASE62_ID = /^[0-9A-Za-z]{22}$/;
