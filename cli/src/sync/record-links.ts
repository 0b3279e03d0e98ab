import { endpoints } from '@immersion-tracker/contract';
import type { ListedLink } from '../media/watched-list.ts';
import type { Screen } from '../terminal/screen.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { type Sent, sendInParts } from './send-in-parts.ts';

/** YouTube is asked for 50 ids in one call; Spotify for each on its own, within the request. */
const REQUEST_SIZE = { youtube: 50, spotify: 20 };

interface Deps {
  readonly tracker: Tracker;
  readonly screen: Screen;
}

/** Records watched YouTube videos with `POST /syncyoutube`. */
export function recordYoutube(deps: Deps, links: readonly ListedLink[]): Promise<Sent<ListedLink>> {
  return record(deps, 'YouTube', REQUEST_SIZE.youtube, links, async (video_ids) => {
    return (await deps.tracker.send(endpoints.syncYoutube, { video_ids })).videos_added;
  });
}

/** Records Spotify episodes that were heard with `POST /syncspotify`. */
export function recordSpotify(deps: Deps, links: readonly ListedLink[]): Promise<Sent<ListedLink>> {
  return record(deps, 'Spotify', REQUEST_SIZE.spotify, links, async (episode_ids) => {
    return (await deps.tracker.send(endpoints.syncSpotify, { episode_ids })).episodes_added;
  });
}

async function record(
  { screen }: Deps,
  title: string,
  size: number,
  links: readonly ListedLink[],
  sendIds: (ids: string[]) => Promise<number>,
): Promise<Sent<ListedLink>> {
  const bar = screen.bar(title, links.length);
  try {
    return await sendInParts(links, {
      size,
      send: (part) => sendIds(part.map(({ id }) => id)),
      idOf: ({ id }) => id,
      onSettled: (count) => bar.advance(count),
    });
  } finally {
    bar.end();
  }
}
