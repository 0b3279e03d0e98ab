import { PREFIX } from '@immersion-tracker/contract';
import { episodeItem, showItem } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { compareRanked } from './order.ts';
import type { Progress, Tally } from './tally.ts';
import { collect, countWatches } from './watches.ts';

/** Seconds of an episode whose show's runtime is not known. */
const DEFAULT_RUNTIME = 20 * 60;

const watched = episodeItem.pick({ folder_name: true, timestamp: true });
const metadata = showItem.pick({
  folder_name: true,
  tvdb_id: true,
  tvdb_name: true,
  tvdb_image: true,
  tvdb_average_runtime: true,
});

interface Group {
  readonly show_id: string | null;
  readonly name: string | null;
  readonly artwork_url: string | null;
}

/** Episodes whose folder has no show record share this. */
const NO_SHOW: Group = { show_id: null, name: null, artwork_url: null };

/** Local episodes, by show. Folders of one TheTVDB id are one show, named by the first of them. */
export async function episodeProgress(
  read: ReadItems,
  tally: Tally,
): Promise<Pick<Progress, 'total_episodes_watched' | 'episodes_watched_today' | 'shows'>> {
  const byTvdbId = new Map<number, Group>();
  const byFolder = new Map<string, { group: Group; runtime: number }>();
  for (const show of await collect(read(PREFIX.show, metadata))) {
    const tvdbId = show.tvdb_id ?? undefined;
    const group = (tvdbId !== undefined && byTvdbId.get(tvdbId)) || {
      show_id: tvdbId === undefined ? null : `${tvdbId}`,
      name: tvdbId === undefined ? show.folder_name : (show.tvdb_name ?? null),
      artwork_url: show.tvdb_image ?? null,
    };
    if (tvdbId !== undefined) byTvdbId.set(tvdbId, group);
    byFolder.set(show.folder_name, {
      group,
      runtime: show.tvdb_average_runtime ?? DEFAULT_RUNTIME,
    });
  }

  const counts = await countWatches(read(PREFIX.episode, watched), tally, (episode) => {
    const show = byFolder.get(episode.folder_name);
    return {
      timestamp: episode.timestamp,
      duration: show?.runtime ?? DEFAULT_RUNTIME,
      group: show?.group ?? NO_SHOW,
    };
  });
  return {
    total_episodes_watched: counts.watched,
    episodes_watched_today: counts.watchedToday,
    shows: [...counts.byGroup]
      .map(([group, count]) => ({ ...group, count }))
      .sort(compareRanked)
      .map(({ count, ...group }) => ({ ...group, episodes_watched: count })),
  };
}
