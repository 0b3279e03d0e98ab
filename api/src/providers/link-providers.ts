import type { KnownLinkKind, LinkKind } from '@immersion-tracker/contract';
import type { BacklogProvider, LinkProvider } from './link-provider.ts';
import type { ProviderHost } from './provider-host.ts';
import { openProvider as openSpotify } from './spotify/client.ts';
import { openProvider as openYoutube } from './youtube/client.ts';

type ProviderOf<K extends LinkKind> = K['sync']['backfills'] extends true
  ? BacklogProvider
  : LinkProvider;

/** The clients of the providers of link kinds. */
export const linkProviders: {
  readonly [K in KnownLinkKind as K['provider']['id']]: (host: ProviderHost) => ProviderOf<K>;
} = {
  youtube: openYoutube,
  spotify: openSpotify,
};
