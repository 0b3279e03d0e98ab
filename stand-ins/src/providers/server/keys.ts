/** The keys that the stand-ins accept, under the names of the operator's secret. They are fake. */
export const standInKeys = {
  tvdb_api_key: '00000000-0000-4000-8000-000000000001',
  youtube_api_key: 'stand-in-youtube-key',
  spotify_client_id: '00000000000000000000000000000001',
  spotify_client_secret: '00000000000000000000000000000002',
};
