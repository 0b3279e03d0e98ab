import { PREFIX } from '@immersion-tracker/contract';
import { spotifyEpisodeItem, spotifyShowItem } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { rankGroups } from './order.ts';
import type { Progress, Tally } from './tally.ts';
import { collect, countWatches } from './watches.ts';

const heard = spotifyEpisodeItem.pick({
  spotify_show_id: true,
  spotify_episode_duration: true,
  timestamp: true,
});
const metadata = spotifyShowItem.pick({
  spotify_show_id: true,
  spotify_show_name: true,
  spotify_show_artwork_url: true,
});

/** Spotify episodes, by show. */
export async function spotifyProgress(
  read: ReadItems,
  tally: Tally,
): Promise<
  Pick<Progress, 'spotify_episodes_watched' | 'spotify_episodes_watched_today' | 'spotify_shows'>
> {
  const [counts, shows] = await Promise.all([
    countWatches(read(PREFIX.spotifyEpisode, heard), tally, (episode) => ({
      timestamp: episode.timestamp,
      duration: episode.spotify_episode_duration,
      group: episode.spotify_show_id,
    })),
    collect(read(PREFIX.spotifyShow, metadata)),
  ]);
  const named = shows.map((show) => ({
    id: show.spotify_show_id,
    name: show.spotify_show_name,
    artwork: show.spotify_show_artwork_url,
  }));
  return {
    spotify_episodes_watched: counts.watched,
    spotify_episodes_watched_today: counts.watchedToday,
    spotify_shows: rankGroups(counts.byGroup, named).map(({ id, name, artwork, count }) => ({
      show_id: id,
      show_name: name,
      artwork_url: artwork,
      episodes_watched: count,
    })),
  };
}
