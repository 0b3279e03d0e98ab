import { endpoints } from '@immersion-tracker/contract';
import type { EpisodeClaim } from '../claims/claims.ts';
import { oursOf } from './ours.ts';
import { type Recording, sendUnderBar } from './recording.ts';
import type { Sent } from './send-in-parts.ts';

/** Most episodes of one request: far from the tracker's limits of size and time. */
const REQUEST_SIZE = 200;

/** Records watched episodes with `POST /sync`. */
export function recordEpisodes(
  { tracker, screen, source }: Recording,
  claims: readonly EpisodeClaim[],
): Promise<Sent<EpisodeClaim>> {
  return sendUnderBar(screen, 'Episodes', claims, {
    size: REQUEST_SIZE,
    async send(part) {
      const episodes = part.map(({ folder_name, file_name }) => ({ folder_name, file_name }));
      const { episodes_added } = await tracker.send(endpoints.syncEpisodes, { episodes, source });
      return oursOf(tracker, part, episodes_added, { idOf: ({ record }) => record, source });
    },
  });
}
