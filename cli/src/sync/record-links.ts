import { endpoints } from '@immersion-tracker/contract';
import type { ListedLink } from '../media/watched-list.ts';
import type { Screen } from '../terminal/screen.ts';
import type { Tracker } from '../tracker/tracker.ts';
import type { Sent } from './send-in-parts.ts';
import { sendUnderBar } from './send-under-bar.ts';

/** YouTube is asked for 50 ids in one call; Spotify for each on its own, within the request. */
const REQUEST_SIZE = { youtube: 50, spotify: 20 };

interface Deps {
  readonly tracker: Tracker;
  readonly screen: Screen;
}

const idOf = ({ id }: ListedLink) => id;

/** Records watched YouTube videos with `POST /syncyoutube`. */
export function recordYoutube(
  { tracker, screen }: Deps,
  links: readonly ListedLink[],
): Promise<Sent<ListedLink>> {
  return sendUnderBar(screen, 'YouTube', links, {
    size: REQUEST_SIZE.youtube,
    idOf,
    async send(part) {
      const body = { video_ids: part.map(idOf) };
      return (await tracker.send(endpoints.syncYoutube, body)).videos_added;
    },
  });
}

/** Records Spotify episodes that were heard with `POST /syncspotify`. */
export function recordSpotify(
  { tracker, screen }: Deps,
  links: readonly ListedLink[],
): Promise<Sent<ListedLink>> {
  return sendUnderBar(screen, 'Spotify', links, {
    size: REQUEST_SIZE.spotify,
    idOf,
    async send(part) {
      const body = { episode_ids: part.map(idOf) };
      return (await tracker.send(endpoints.syncSpotify, body)).episodes_added;
    },
  });
}
