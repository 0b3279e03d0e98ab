import { endpoints } from '@immersion-tracker/contract';
import type { Media } from '../media/scan.ts';
import type { Video } from '../media/watched-videos.ts';
import type { Screen } from '../terminal/screen.ts';
import type { Tracker } from '../tracker/tracker.ts';
import type { Sent } from './send-in-parts.ts';
import { sendUnderBar } from './send-under-bar.ts';

/** An episode as the tracker records it, with the files that hold it. */
export interface Episode {
  readonly folder_name: string;
  readonly file_name: string;
  readonly files: readonly Video[];
}

/** Most episodes of one request: far from the tracker's limits of size and time. */
const REQUEST_SIZE = 200;

/** Records the watched episodes with `POST /sync`. */
export async function recordEpisodes(
  { tracker, screen }: { readonly tracker: Tracker; readonly screen: Screen },
  shows: Media['shows'],
): Promise<Sent<Episode>> {
  return sendUnderBar(screen, 'Episodes', episodesOf(shows), {
    size: REQUEST_SIZE,
    async send(part) {
      const episodes = part.map(({ folder_name, file_name }) => ({ folder_name, file_name }));
      return (await tracker.send(endpoints.syncEpisodes, { episodes })).episodes_added;
    },
  });
}

/** Files of one name, in whatever container or Unicode form, are one episode. */
function episodesOf(shows: Media['shows']): Episode[] {
  const episodes = new Map<string, Episode>();
  for (const { name: folder_name, videos } of shows) {
    for (const video of videos) {
      const key = JSON.stringify([folder_name, video.name]);
      const files = [...(episodes.get(key)?.files ?? []), video];
      episodes.set(key, { folder_name, file_name: video.name, files });
    }
  }
  return [...episodes.values()];
}
