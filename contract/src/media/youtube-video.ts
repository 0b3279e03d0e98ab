import { identifier, nullishText, seconds, text } from '../fields.ts';
import { lazy } from '../lazy.ts';
import { noun } from '../words/nouns.ts';
import type { LinkKind } from './media-kind.ts';

/** YouTube videos, by id. */
export const youtubeVideo = {
  id: 'youtube_video',
  provider: {
    id: 'youtube',
    name: 'YouTube',
    keys: ['youtube_api_key'],
    origins: { youtube: 'https://www.googleapis.com' },
  },
  foundIn: 'list',
  nouns: {
    record: noun('YouTube video'),
    group: noun('YouTube channel'),
    shortRecord: noun('video'),
    shortGroup: noun('channel'),
  },
  record: {
    prefix: 'YOUTUBEVIDEO#',
    attributes: lazy(() => ({
      youtube_video_id: text(),
      youtube_video_title: text(),
      youtube_channel_id: text(),
      youtube_video_duration: seconds(),
    })),
    id: 'youtube_video_id',
    titles: ['youtube_video_title'],
    duration: 'youtube_video_duration',
    durationFrom: 'provider',
    group: 'youtube_channel_id',
  },
  group: {
    prefix: 'YOUTUBECHANNEL#',
    attributes: lazy(() => ({
      youtube_channel_id: text(),
      youtube_channel_title: text(),
      youtube_channel_artwork_url: nullishText(),
    })),
    id: 'youtube_channel_id',
    names: ['youtube_channel_title'],
    artwork: 'youtube_channel_artwork_url',
  },
  sync: {
    operation: 'syncYoutube',
    path: '/syncyoutube',
    summary: 'Record watched YouTube videos, with their metadata and that of their channels.',
    list: 'video_ids',
    element: identifier,
    added: 'videos_added',
    // YouTube takes up to 50 ids per call.
    idsAtOnce: 50,
    backfills: false,
    asksProvider: true,
    example: 'aB3dE5fG7hI',
  },
  progress: {
    total: 'youtube_videos_watched',
    today: 'youtube_videos_watched_today',
    groups: 'youtube_channels',
    id: 'channel_id',
    idSchema: text,
    name: 'channel_name',
    count: 'videos_watched',
  },
} as const satisfies LinkKind;
