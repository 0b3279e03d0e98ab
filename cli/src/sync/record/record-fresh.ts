import { endpoints } from '@immersion-tracker/contract';
import type { LinkClaim } from '../claims/claims.ts';
import { oursOf } from './ours.ts';
import { type Recording, sendUnderBar } from './recording.ts';
import type { Sent } from './send-in-parts.ts';

/** YouTube is asked for 50 ids in one call; Spotify for each on its own, within the request. */
const REQUEST_SIZE = { YouTube: 50, Spotify: 20 };

/** Records watched YouTube videos with `POST /syncyoutube`. */
export function recordYoutube(
  recording: Recording,
  claims: readonly LinkClaim[],
): Promise<Sent<LinkClaim>> {
  const { tracker, source } = recording;
  return recordLinks(recording, 'YouTube', claims, async (video_ids) => {
    return (await tracker.send(endpoints.syncYoutube, { video_ids, source })).videos_added;
  });
}

/** Records Spotify episodes that were heard with `POST /syncspotify`. */
export function recordSpotify(
  recording: Recording,
  claims: readonly LinkClaim[],
): Promise<Sent<LinkClaim>> {
  const { tracker, source } = recording;
  return recordLinks(recording, 'Spotify', claims, async (episode_ids) => {
    return (await tracker.send(endpoints.syncSpotify, { episode_ids, source })).episodes_added;
  });
}

/** `send` resolves with the number of records that were added. */
function recordLinks(
  { tracker, screen, source }: Recording,
  provider: keyof typeof REQUEST_SIZE,
  claims: readonly LinkClaim[],
  send: (ids: string[]) => Promise<number>,
): Promise<Sent<LinkClaim>> {
  const idOf = ({ id }: LinkClaim) => id;
  return sendUnderBar(screen, provider, claims, {
    size: REQUEST_SIZE[provider],
    idOf,
    async send(part) {
      const added = await send(part.map(idOf));
      return oursOf(tracker, part, added, { idOf: ({ record }) => record, source });
    },
  });
}
