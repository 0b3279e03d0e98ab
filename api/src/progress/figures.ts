import type { GroupFigures, KindFigures, MediaKind } from '@immersion-tracker/contract';
import { compareKeys } from '../store/keys.ts';
import type { ReadItems } from '../store/store.ts';
import { readWatches } from '../watches/read-watches.ts';
import type { WatchGroup } from '../watches/watch.ts';
import { compareNames, compareRanked } from './order.ts';
import type { Tally } from './tally.ts';

interface CountedGroup extends GroupFigures {
  readonly watched: number;
}

/** Counts the watch records of a kind by group, and adds them to the tally. */
export async function kindFigures(
  kind: MediaKind,
  read: ReadItems,
  tally: Tally,
): Promise<KindFigures> {
  const counts = new Map<WatchGroup, number>();
  let watched = 0;
  let watchedToday = 0;
  for await (const page of readWatches(kind, read)) {
    for (const { timestamp, duration, group } of page) {
      tally.add(timestamp, duration ?? 0);
      watched += 1;
      if (tally.isToday(timestamp)) watchedToday += 1;
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
  }
  return { watched, watchedToday, groups: groupFigures(kind, counts) };
}

function groupFigures(kind: MediaKind, counts: ReadonlyMap<WatchGroup, number>): GroupFigures[] {
  if (kind.progress.count === null) {
    const movies = [...counts.keys()].map((group) => ({
      ...identityOf(kind, group),
      watched: undefined,
    }));
    return movies.sort((a, b) => compareNames(a.name, b.name));
  }
  // Groups that share an id are named after the first of them.
  const inOrder = [...counts].sort(([a], [b]) => compareKeys(a.reference, b.reference));
  const merged = new Map<string, CountedGroup>();
  for (const [group, count] of inOrder) {
    const identity = identityOf(kind, group);
    const key = identity === NO_SHOW ? '' : group.id;
    const { watched = 0, ...first } = merged.get(key) ?? identity;
    merged.set(key, { ...first, watched: watched + count });
  }
  return [...merged.values()].sort(compareRanked);
}

type Identity = Pick<GroupFigures, 'id' | 'name' | 'artworkUrl'> & { readonly watched?: number };

/** Shared by all episodes whose folder does not have a show record. */
const NO_SHOW: Identity = { id: null, name: null, artworkUrl: null };

function identityOf({ group: kind }: MediaKind, group: WatchGroup): Identity {
  const { sharedId, reference, name, artworkUrl } = group;
  if (kind?.sharedId === undefined) return { id: reference, name, artworkUrl };
  if (!group.isStored) return NO_SHOW;
  return { id: sharedId, name: sharedId === null ? reference : name, artworkUrl };
}
