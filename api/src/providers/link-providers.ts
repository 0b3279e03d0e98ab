import type { KnownLinkKind } from '@immersion-tracker/contract';
import type { LinkProvider } from './link-provider.ts';
import type { ProviderHost } from './provider-host.ts';
import { openProvider as openSpotify } from './spotify/client.ts';
import { openProvider as openYoutube } from './youtube/client.ts';

type Open = (host: ProviderHost) => LinkProvider;

/** The clients of the providers of link kinds. */
export const linkProviders: Readonly<Record<KnownLinkKind['provider']['id'], Open>> = {
  youtube: openYoutube,
  spotify: openSpotify,
};
