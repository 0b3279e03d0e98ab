import { PREFIX } from '@immersion-tracker/contract';
import type * as z from 'zod';
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

interface CountedGroup extends Group {
  readonly count: number;
}

type Show = z.output<typeof metadata>;

/** Episodes whose folder has no show record share this. */
const NO_SHOW: Group = { show_id: null, name: null, artwork_url: null };

/** Local episodes, by show. */
export async function episodeProgress(
  read: ReadItems,
  tally: Tally,
): Promise<Pick<Progress, 'total_episodes_watched' | 'episodes_watched_today' | 'shows'>> {
  const shows = await collect(read(PREFIX.show, metadata));
  const byFolder = new Map(shows.map((show) => [show.folder_name, show]));

  const counts = await countWatches(read(PREFIX.episode, watched), tally, (episode) => {
    const show = byFolder.get(episode.folder_name);
    return {
      timestamp: episode.timestamp,
      duration: show?.tvdb_average_runtime ?? DEFAULT_RUNTIME,
      group: show,
    };
  });
  const withoutShow = counts.byGroup.get(undefined) ?? 0;
  const groups = groupByTvdbId(shows, counts.byGroup);
  return {
    total_episodes_watched: counts.watched,
    episodes_watched_today: counts.watchedToday,
    shows: [...groups, ...(withoutShow > 0 ? [{ ...NO_SHOW, count: withoutShow }] : [])]
      .sort(compareRanked)
      .map(({ count, ...group }) => ({ ...group, episodes_watched: count })),
  };
}

/** Folders of one TheTVDB id are one show, which the first of them that has an episode names. */
function groupByTvdbId(
  shows: readonly Show[],
  counts: ReadonlyMap<Show | undefined, number>,
): CountedGroup[] {
  const groups = new Map<number | string, CountedGroup>();
  for (const show of shows) {
    const count = counts.get(show);
    if (count === undefined) continue;
    const id = show.tvdb_id ?? show.folder_name;
    const group = groups.get(id) ?? { ...groupOf(show), count: 0 };
    groups.set(id, { ...group, count: group.count + count });
  }
  return [...groups.values()];
}

function groupOf({ folder_name, tvdb_id, tvdb_name, tvdb_image }: Show): Group {
  const isKnown = typeof tvdb_id === 'number';
  return {
    show_id: isKnown ? `${tvdb_id}` : null,
    name: isKnown ? (tvdb_name ?? null) : folder_name,
    artwork_url: tvdb_image ?? null,
  };
}
