import {
  endpoints,
  fromEntries,
  type KnownLinkKind,
  linkKinds,
  syncEndpoint,
  syncRequest,
} from '@immersion-tracker/contract';
import type { Prompter } from '../../terminal/prompter.ts';
import type { Claim, LinkClaim } from '../claims/claims.ts';
import { type NamedShows, nameShows } from './name-shows.ts';
import { recordMovies } from './record-movies.ts';
import { oursOf, type Recording } from './recording.ts';
import { joined, type Sent, sendInParts } from './send-in-parts.ts';
import type { NameShow } from './sync-receipt.ts';

/** Episodes per request. This is far below the tracker's limits of size and time. */
const EPISODES_SIZE = 200;

const recordOf = ({ record }: Claim) => record;

/**
 * Records new claims, kind by kind, and asks what shows and movies are on TheTVDB. Shows in `here`,
 * which are in this media folder, come first; it has a file of each. If TheTVDB cannot be asked, `noTvdb` says why.
 */
export async function recordFresh(
  recording: Recording & { readonly prompter: Prompter; readonly nameShow: NameShow },
  fresh: readonly Claim[],
  here: ReadonlyMap<string, string>,
  noTvdb: string | undefined,
): Promise<Sent<Claim> & { readonly shows: NamedShows }> {
  const episodes = await recordEpisodes(recording, fresh);
  const links = [];
  for (const kind of linkKinds) links.push(await recordLinks(recording, kind, fresh));
  const shows = await nameShows(recording, here, noTvdb);
  const movieClaims = fresh.filter((claim) => claim.kind === 'movie');
  const movies = await recordMovies(recording, movieClaims, shows.down);
  return { ...joined<Claim>([episodes, ...links, movies]), shows };
}

function recordEpisodes(recording: Recording, fresh: readonly Claim[]): Promise<Sent<Claim>> {
  const { tracker, source, viewingOf } = recording;
  const claims = fresh.filter((claim) => claim.kind === 'episode');
  return sendInParts(recording, 'Episodes', claims, {
    size: EPISODES_SIZE,
    async send(part) {
      const episodes = part.map((claim) => {
        const { folder_name, file_name } = claim;
        return { folder_name, file_name, ...viewingOf(claim) };
      });
      const { episodes_added } = await tracker.send(endpoints.syncEpisodes, { episodes, source });
      return oursOf(recording, part, episodes_added, recordOf);
    },
  });
}

function recordLinks(
  recording: Recording,
  kind: KnownLinkKind,
  fresh: readonly Claim[],
): Promise<Sent<Claim>> {
  const { tracker, source, viewingOf } = recording;
  const claims = fresh.filter((claim): claim is LinkClaim => claim.kind === kind.id);
  const idOf = ({ id }: LinkClaim) => id;
  return sendInParts(recording, kind.provider.name, claims, {
    size: kind.sync.idsAtOnce,
    idOf,
    async send(part) {
      const watched_at = fromEntries(
        part.flatMap((claim) => {
          const { watched_at } = viewingOf(claim);
          return watched_at === undefined ? [] : [[claim.id, watched_at]];
        }),
      );
      const request = { ...syncRequest(kind, part.map(idOf), source), watched_at };
      const answer = await tracker.send(syncEndpoint(kind), request);
      return oursOf(recording, part, answer[kind.sync.added], recordOf);
    },
  });
}
