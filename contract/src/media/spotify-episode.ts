import { identifier, nullishText, seconds, text } from '../fields.ts';
import { lazy } from '../lazy.ts';
import { noun } from '../words/nouns.ts';
import type { LinkKind } from './media-kind.ts';

/** Podcast episodes on Spotify, by id. */
export const spotifyEpisode = {
  id: 'spotify_episode',
  provider: {
    id: 'spotify',
    name: 'Spotify',
    keys: ['spotify_client_id', 'spotify_client_secret'],
    origins: {
      spotifyApi: 'https://api.spotify.com',
      spotifyAccounts: 'https://accounts.spotify.com',
    },
  },
  foundIn: 'list',
  nouns: {
    record: noun('podcast episode'),
    group: noun('podcast'),
    shortRecord: noun('episode'),
    shortGroup: noun('podcast'),
  },
  record: {
    prefix: 'SPOTIFYEPISODE#',
    attributes: lazy(() => ({
      spotify_episode_id: text(),
      spotify_episode_title: text(),
      spotify_show_id: text(),
      spotify_episode_duration: seconds(),
    })),
    id: 'spotify_episode_id',
    titles: ['spotify_episode_title'],
    duration: 'spotify_episode_duration',
    durationFrom: 'provider',
    group: 'spotify_show_id',
  },
  group: {
    prefix: 'SPOTIFYSHOW#',
    attributes: lazy(() => ({
      spotify_show_id: text(),
      spotify_show_name: text(),
      spotify_show_artwork_url: nullishText(),
    })),
    id: 'spotify_show_id',
    names: ['spotify_show_name'],
    artwork: 'spotify_show_artwork_url',
  },
  sync: {
    operation: 'syncSpotify',
    path: '/syncspotify',
    summary: 'Record Spotify podcast episodes, with their metadata and that of their podcasts.',
    list: 'episode_ids',
    element: identifier,
    added: 'episodes_added',
    // Spotify takes one call per episode.
    idsAtOnce: 20,
    backfills: true,
    asksProvider: true,
    example: '512ojhOuo1ktJprKbVcKyQ',
  },
  progress: {
    total: 'spotify_episodes_watched',
    today: 'spotify_episodes_watched_today',
    groups: 'spotify_shows',
    id: 'show_id',
    idSchema: text,
    name: 'show_name',
    count: 'episodes_watched',
  },
} as const satisfies LinkKind;
