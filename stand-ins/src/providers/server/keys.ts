/** The credentials of all providers, by the names of the operator's secret. */
export interface ProviderKeys {
  readonly tvdb_api_key: string;
  readonly youtube_api_key: string;
  readonly spotify_client_id: string;
  readonly spotify_client_secret: string;
}

/** What the stand-ins accept unless started with something else; worthless elsewhere. */
export const standInKeys: ProviderKeys = {
  tvdb_api_key: '00000000-0000-4000-8000-000000000001',
  youtube_api_key: 'stand-in-youtube-key',
  spotify_client_id: '00000000000000000000000000000001',
  spotify_client_secret: '00000000000000000000000000000002',
};
