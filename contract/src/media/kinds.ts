import { fromEntries } from '../from-entries.ts';
import { lazy } from '../lazy.ts';
import { episode } from './episode.ts';
import type { LinkKind, Provider } from './media-kind.ts';
import { movie } from './movie.ts';
import { spotifyEpisode } from './spotify-episode.ts';
import { youtubeVideo } from './youtube-video.ts';

/** Every media kind, in display order. */
export const mediaKinds = [episode, movie, youtubeVideo, spotifyEpisode] as const;

export type KnownKind = (typeof mediaKinds)[number];
export type KindId = KnownKind['id'];
export type KnownLinkKind = Extract<KnownKind, LinkKind>;
export type LinkKindId = KnownLinkKind['id'];
export type ProviderId = KnownKind['provider']['id'];
/** An entry of the tracker's secret that a provider needs. */
export type ProviderKey = KnownKind['provider']['keys'][number];
/** The names of a provider's origins. */
export type OriginName<P = KnownKind['provider']> = P extends { readonly origins: infer O }
  ? keyof O & string
  : never;

/** The kinds that are recorded from links. */
export const linkKinds: readonly KnownLinkKind[] = mediaKinds.filter(
  (kind) => kind.foundIn === 'list',
);

/** Every provider, without duplicates. */
export const providers: readonly (Provider & KnownKind['provider'])[] = [
  ...new Map(mediaKinds.map(({ provider }) => [provider.id, provider])).values(),
];

export const providerKeys: readonly ProviderKey[] = providers.flatMap(({ keys }) => keys);

export const kindOf = (id: KindId): KnownKind => kindsById()[id];

const kindsById = lazy(() => byKind((kind) => kind));

/** Calls `make` for each kind, and returns the results by kind id. */
export const byKind = <T>(make: (kind: KnownKind) => T): Readonly<Record<KindId, T>> =>
  fromEntries(mediaKinds.map((kind) => [kind.id, make(kind)]));

/** Calls `make` for all kinds concurrently, and returns the results by kind id. */
export const allByKind = async <T>(
  make: (kind: KnownKind) => Promise<T>,
): Promise<Readonly<Record<KindId, T>>> =>
  fromEntries(
    await Promise.all(mediaKinds.map(async (kind) => [kind.id, await make(kind)] as const)),
  );
