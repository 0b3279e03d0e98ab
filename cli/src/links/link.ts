export type Provider = 'youtube' | 'spotify' | 'tvdb';

/** What a link is of. Ids are as the provider writes them; TheTVDB's are digits without leading 0. */
export type Link =
  | { readonly provider: 'youtube'; readonly kind: 'video'; readonly id: string }
  | { readonly provider: 'spotify'; readonly kind: 'episode' | 'show'; readonly id: string }
  | { readonly provider: 'tvdb'; readonly kind: 'series' | 'movie'; readonly id: string };

export type RejectReason =
  | 'playlist'
  | 'channel'
  | 'not_a_video'
  | 'invalid_id'
  | 'foreign_host'
  | 'unsupported_kind'
  | 'short_link'
  | 'slug_only'
  | 'not_a_link'
  | 'several_links'
  | 'to_do'
  | 'crossed_out';

/** `provider` is null if the text is not a link, or does not name one of the providers. */
export type Reject = { readonly provider: Provider | null; readonly reject: RejectReason };

/** How people call the providers. */
export const PROVIDER_NAMES: Readonly<Record<Provider, string>> = {
  youtube: 'YouTube',
  spotify: 'Spotify',
  tvdb: 'TheTVDB',
};
