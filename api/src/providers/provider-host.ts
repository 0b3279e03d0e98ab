import type { OriginName, Provider } from '@immersion-tracker/contract';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { SecretSource } from '../kernel/secret.ts';
import { createProviderHttp, type ProviderHttp } from './provider-http.ts';

/** What a host provides for the clients of providers. */
export interface ProviderHost {
  readonly secret: SecretSource;
  readonly clock: Clock;
  /** ISO 3166 code of the country whose Spotify catalogue is used. */
  readonly spotifyMarket: string;
  /** HTTP to one of a provider's origins. */
  http(provider: Provider, origin: OriginName): ProviderHttp;
}

/** The part of a host's configuration that concerns providers. */
interface ProviderConfig {
  readonly providers: Readonly<Record<OriginName, string>> & { readonly spotifyMarket: string };
}

export interface ProviderHostOptions<Config = ProviderConfig> {
  readonly config: Config;
  readonly secret: SecretSource;
  readonly clock: Clock;
  readonly log: Log;
}

export function createProviderHost(options: ProviderHostOptions): ProviderHost {
  const { config, secret, clock, log } = options;
  const { spotifyMarket, ...origins } = config.providers;
  return {
    ...{ secret, clock, spotifyMarket },
    http: ({ name }, origin) =>
      createProviderHttp({ provider: name, baseUrl: origins[origin], log }),
  };
}
