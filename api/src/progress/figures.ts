import type { GroupFigures, KindFigures, MediaKind } from '@immersion-tracker/contract';
import { sumsBy } from '../kernel/sums-by.ts';
import type { ReadItems } from '../store/store.ts';
import { mergeGroups } from '../watches/merge-groups.ts';
import { readWatches } from '../watches/read-watches.ts';
import type { WatchGroup } from '../watches/watch.ts';
import { compareNames, compareRanked } from './order.ts';
import type { Tally } from './tally.ts';

/** Counts the watch records of a kind by group, and adds them to the tally. */
export async function kindFigures(
  kind: MediaKind,
  read: ReadItems,
  tally: Tally,
): Promise<KindFigures> {
  const counts = sumsBy((_: WatchGroup): Count => ({ records: 0 }));
  let watched = 0;
  let watchedToday = 0;
  for await (const page of readWatches(kind, read)) {
    for (const { timestamp, duration, group } of page) {
      tally.add(timestamp, duration ?? 0);
      watched += 1;
      if (tally.isToday(timestamp)) watchedToday += 1;
      counts.of(group).records += 1;
    }
  }
  return { watched, watchedToday, groups: groupFigures(kind, counts.all) };
}

interface Count {
  records: number;
}

function groupFigures(kind: MediaKind, counts: ReadonlyMap<WatchGroup, Count>): GroupFigures[] {
  const hasSharedIds = kind.group?.sharedId !== undefined;
  /** All episodes whose folder does not have a show record share one entry. */
  const isLost = ({ isStored }: WatchGroup) => hasSharedIds && !isStored;

  function identityOf(group: WatchGroup): Omit<GroupFigures, 'watched'> {
    const { sharedId, reference, name, artworkUrl } = group;
    if (isLost(group)) return { id: null, name: null, artworkUrl: null };
    if (!hasSharedIds) return { id: reference, name, artworkUrl };
    return { id: sharedId, name: sharedId === null ? reference : name, artworkUrl };
  }

  const merged = mergeGroups(
    counts,
    (a, b) => ({ records: a.records + b.records }),
    (group) => (isLost(group) ? '' : group.id),
  ).map(({ group, sum }) => ({ ...identityOf(group), watched: sum.records }));
  if (kind.progress.count !== null) return merged.sort(compareRanked);
  return merged
    .sort((a, b) => compareNames(a.name, b.name))
    .map((single) => ({ ...single, watched: undefined }));
}
