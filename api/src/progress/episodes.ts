import { episode, type GroupFigures, type KindFigures } from '@immersion-tracker/contract';
import type * as z from 'zod';
import { episodeItem, showItem } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { compareRanked } from './order.ts';
import type { Tally } from './tally.ts';
import { collect, countWatches } from './watches.ts';

/** Seconds of an episode if its show's runtime is unknown. */
const DEFAULT_RUNTIME = 20 * 60;

const watched = episodeItem.pick({ folder_name: true, timestamp: true });
const metadata = showItem.pick({
  folder_name: true,
  tvdb_id: true,
  tvdb_name: true,
  tvdb_image: true,
  tvdb_average_runtime: true,
});

interface CountedGroup extends GroupFigures {
  readonly watched: number;
}

type Show = z.output<typeof metadata>;

/** Shared by all episodes whose folder does not have a show record. */
const NO_SHOW = { id: null, name: null, artworkUrl: null };

/** Figures of local episodes, by show. */
export async function episodeFigures(read: ReadItems, tally: Tally): Promise<KindFigures> {
  const shows = await collect(read(episode.group.prefix, metadata));
  const byFolder = new Map(shows.map((show) => [show.folder_name, show]));

  const { byGroup, ...counts } = await countWatches(
    read(episode.record.prefix, watched),
    tally,
    ({ folder_name, timestamp }) => {
      const show = byFolder.get(folder_name);
      return { timestamp, duration: show?.tvdb_average_runtime ?? DEFAULT_RUNTIME, group: show };
    },
  );
  const withoutShow = byGroup.get(undefined) ?? 0;
  const unnamed = withoutShow > 0 ? [{ ...NO_SHOW, watched: withoutShow }] : [];
  return { ...counts, groups: [...groupByTvdbId(shows, byGroup), ...unnamed].sort(compareRanked) };
}

/** Groups folders by TheTVDB id. A show is named after its first folder that has an episode. */
function groupByTvdbId(
  shows: readonly Show[],
  counts: ReadonlyMap<Show | undefined, number>,
): CountedGroup[] {
  const groups = new Map<number | string, CountedGroup>();
  for (const show of shows) {
    const count = counts.get(show);
    if (count === undefined) continue;
    const id = show.tvdb_id ?? show.folder_name;
    const group = groups.get(id) ?? { ...nameOf(show), watched: 0 };
    groups.set(id, { ...group, watched: group.watched + count });
  }
  return [...groups.values()];
}

function nameOf({ folder_name, tvdb_id, tvdb_name, tvdb_image }: Show) {
  const isKnown = typeof tvdb_id === 'number';
  return {
    id: isKnown ? `${tvdb_id}` : null,
    name: isKnown ? (tvdb_name ?? null) : folder_name,
    artworkUrl: tvdb_image ?? null,
  };
}
