import { PREFIX } from '@immersion-tracker/contract';
import { youtubeChannelItem, youtubeVideoItem } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { rankGroups } from './order.ts';
import type { Progress, Tally } from './tally.ts';
import { collect, countWatches } from './watches.ts';

const watched = youtubeVideoItem.pick({
  youtube_channel_id: true,
  youtube_video_duration: true,
  timestamp: true,
});
const metadata = youtubeChannelItem.pick({
  youtube_channel_id: true,
  youtube_channel_title: true,
  youtube_channel_artwork_url: true,
});

/** YouTube videos, by channel. */
export async function youtubeProgress(
  read: ReadItems,
  tally: Tally,
): Promise<
  Pick<Progress, 'youtube_videos_watched' | 'youtube_videos_watched_today' | 'youtube_channels'>
> {
  const [counts, channels] = await Promise.all([
    countWatches(read(PREFIX.youtubeVideo, watched), tally, (video) => ({
      timestamp: video.timestamp,
      duration: video.youtube_video_duration,
      group: video.youtube_channel_id,
    })),
    collect(read(PREFIX.youtubeChannel, metadata)),
  ]);
  const named = channels.map((channel) => ({
    id: channel.youtube_channel_id,
    name: channel.youtube_channel_title,
    artwork: channel.youtube_channel_artwork_url,
  }));
  return {
    youtube_videos_watched: counts.watched,
    youtube_videos_watched_today: counts.watchedToday,
    youtube_channels: rankGroups(counts.byGroup, named).map(({ id, name, artwork, count }) => ({
      channel_id: id,
      channel_name: name,
      artwork_url: artwork,
      videos_watched: count,
    })),
  };
}
