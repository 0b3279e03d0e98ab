import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { SecretSource } from '../kernel/secret.ts';
import { createProviderHttp } from '../providers/provider-http.ts';
import { createSpotifyClient, SPOTIFY, type SpotifyClient } from '../providers/spotify/client.ts';
import { createTvdbClient, TVDB, type TvdbClient } from '../providers/tvdb/client.ts';
import { createYoutubeClient, YOUTUBE, type YoutubeClient } from '../providers/youtube/client.ts';
import type { ServiceConfig } from './config.ts';

/** What the clients of the providers need of their host. */
export interface ProviderHost {
  readonly config: ServiceConfig;
  readonly secret: SecretSource;
  readonly clock: Clock;
  readonly log: Log;
}

export function tvdbOf({ config, secret, clock, log }: ProviderHost): TvdbClient {
  const http = createProviderHttp({ provider: TVDB, baseUrl: config.providers.tvdb, log });
  return createTvdbClient({ http, secret, clock });
}

export function youtubeOf({ config, secret, log }: ProviderHost): YoutubeClient {
  const http = createProviderHttp({ provider: YOUTUBE, baseUrl: config.providers.youtube, log });
  return createYoutubeClient({ http, secret });
}

export function spotifyOf({ config, secret, clock, log }: ProviderHost): SpotifyClient {
  const { spotifyApi, spotifyAccounts, spotifyMarket } = config.providers;
  const http = (baseUrl: string) => createProviderHttp({ provider: SPOTIFY, baseUrl, log });
  return createSpotifyClient({
    api: http(spotifyApi),
    accounts: http(spotifyAccounts),
    secret,
    clock,
    market: spotifyMarket,
  });
}
