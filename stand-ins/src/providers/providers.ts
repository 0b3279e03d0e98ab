import { type ProviderKeys, standInKeys } from './server/keys.ts';
import type { ServerOptions, StandIn } from './server/stand-in.ts';
import {
  type SpotifyAccountsOptions,
  type SpotifyAccountsStandIn,
  startSpotifyAccounts,
} from './spotify/accounts.ts';
import { type SpotifyApiOptions, startSpotifyApi } from './spotify/api.ts';
import { startTvdb, type TvdbOptions, type TvdbStandIn } from './tvdb/tvdb.ts';
import { startYoutube, type YoutubeOptions } from './youtube/youtube.ts';

/** What all four stand-ins together can be started with; a provider's own options win. */
export interface ProvidersOptions extends ServerOptions {
  /** The time in milliseconds, by which tokens expire; Date.now when absent. */
  readonly now?: () => number;
  readonly tvdb?: Omit<TvdbOptions, 'apiKey'>;
  readonly youtube?: Omit<YoutubeOptions, 'apiKey'>;
  readonly spotifyAccounts?: Omit<SpotifyAccountsOptions, 'clientId' | 'clientSecret'>;
  readonly spotifyApi?: Omit<SpotifyApiOptions, 'acceptsToken'>;
}

/** All four stand-ins. */
export interface Providers {
  readonly tvdb: TvdbStandIn;
  readonly youtube: StandIn;
  readonly spotifyAccounts: SpotifyAccountsStandIn;
  readonly spotifyApi: StandIn;
  /** The credentials they accept. */
  readonly keys: ProviderKeys;
  /** The variables that point the service at them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Resets all four. */
  reset(): void;
  /** Closes all four. */
  close(): Promise<void>;
}

/** Starts all four stand-ins; Spotify's Web API knows the tokens of its accounts service. */
export async function startProviders(options: ProvidersOptions = {}): Promise<Providers> {
  const shared = { latencyMs: options.latencyMs ?? 0, now: options.now ?? Date.now };
  const spotifyAccounts = await startSpotifyAccounts({ ...shared, ...options.spotifyAccounts });
  const spotifyApi = await startSpotifyApi({
    ...shared,
    ...options.spotifyApi,
    acceptsToken: spotifyAccounts.acceptsToken,
  });
  const tvdb = await startTvdb({ ...shared, ...options.tvdb });
  const youtube = await startYoutube({ ...shared, ...options.youtube });
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
