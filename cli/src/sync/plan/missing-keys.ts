import { endpoints } from '@immersion-tracker/contract';
import type { Tracker } from '../../tracker/tracker.ts';
import type { Claim } from '../claims/claims.ts';

/** What is said of each provider that the tracker has no key for. */
export type MissingKeys = Readonly<Partial<Record<'tvdb' | 'youtube' | 'spotify', string>>>;

const NAMES = {
  tvdb: 'the tracker has no TheTVDB key (tvdb_api_key in its secret)',
  youtube: 'the tracker has no YouTube key (youtube_api_key in its secret)',
  spotify:
    'the tracker has no Spotify keys (spotify_client_id and spotify_client_secret in its secret)',
} as const;

/** The provider whose key is needed to record each kind. */
const PROVIDERS = { movie: 'tvdb', youtube_video: 'youtube', spotify_episode: 'spotify' } as const;

/** What is missing to record something; undefined if nothing is. */
export function missingKeyFor({ kind }: Claim, missing: MissingKeys): string | undefined {
  return kind === 'episode' ? undefined : missing[PROVIDERS[kind]];
}

/** Asks the tracker which providers it has no keys for. */
export async function missingKeys(tracker: Tracker): Promise<MissingKeys> {
  const has = await tracker.send(endpoints.getProviders, undefined);
  return {
    ...(!has.tvdb && { tvdb: NAMES.tvdb }),
    ...(!has.youtube && { youtube: NAMES.youtube }),
    ...(!has.spotify && { spotify: NAMES.spotify }),
  };
}
