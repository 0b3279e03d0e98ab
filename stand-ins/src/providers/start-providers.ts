import { standInKeys } from './server/keys.ts';
import type { StandIn } from './server/start-stand-in.ts';
import type { TokenIssuer } from './server/start-token-issuer.ts';
import { startSpotifyAccounts } from './spotify/accounts.ts';
import { type SpotifyApiOptions, startSpotifyApi } from './spotify/api.ts';
import { startTvdb, type TvdbOptions } from './tvdb/tvdb.ts';
import { startYoutube, type YoutubeOptions } from './youtube/youtube.ts';

export interface ProvidersOptions {
  readonly tvdb?: TvdbOptions;
  readonly youtube?: YoutubeOptions;
  readonly spotifyApi?: Omit<SpotifyApiOptions, 'acceptsToken'>;
}

export interface Providers {
  readonly tvdb: TokenIssuer;
  readonly youtube: StandIn;
  readonly spotifyAccounts: TokenIssuer;
  readonly spotifyApi: StandIn;
  /** The keys that they accept. */
  readonly keys: typeof standInKeys;
  /** The environment variables that make the tracker use them. */
  readonly environment: Readonly<Record<string, string>>;
  reset(): void;
  close(): Promise<void>;
}

/** Starts all four stand-ins. Spotify's Web API accepts the tokens of its accounts service. */
export async function startProviders(options: ProvidersOptions = {}): Promise<Providers> {
  const spotifyAccounts = await startSpotifyAccounts();
  const { acceptsToken } = spotifyAccounts;
  const spotifyApi = await startSpotifyApi({ ...options.spotifyApi, acceptsToken });
  const tvdb = await startTvdb(options.tvdb);
  const youtube = await startYoutube(options.youtube);
  const all = [tvdb, youtube, spotifyAccounts, spotifyApi];

  return {
    tvdb,
    youtube,
    spotifyAccounts,
    spotifyApi,
    keys: standInKeys,
    environment: {
      IMMERSION_TRACKER_TVDB_BASE_URL: tvdb.url,
      IMMERSION_TRACKER_YOUTUBE_BASE_URL: youtube.url,
      IMMERSION_TRACKER_SPOTIFY_API_BASE_URL: spotifyApi.url,
      IMMERSION_TRACKER_SPOTIFY_ACCOUNTS_BASE_URL: spotifyAccounts.url,
    },
    reset() {
      for (const standIn of all) standIn.reset();
    },
    async close() {
      await Promise.all(all.map((standIn) => standIn.close()));
    },
  };
}
