import { epochSeconds, type KindFigures, type LinkKind } from '@immersion-tracker/contract';
import { pickAttributes } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { compareRanked } from './order.ts';
import type { Tally } from './tally.ts';
import { collect, countWatches } from './watches.ts';

/** Figures of a link kind, by channel or podcast. */
export async function linkFigures(
  { record, group }: LinkKind,
  read: ReadItems,
  tally: Tally,
): Promise<KindFigures> {
  const watched = pickAttributes(record, record.group, record.duration).extend({
    timestamp: epochSeconds(),
  });
  const metadata = pickAttributes(group, group.id, group.name, group.artwork);

  const [{ byGroup, ...counts }, groups] = await Promise.all([
    countWatches(read(record.prefix, watched), tally, (item) => ({
      timestamp: Number(item.timestamp),
      duration: Number(item[record.duration]),
      group: String(item[record.group]),
    })),
    collect(read(group.prefix, metadata)),
  ]);
  const known = new Map(groups.map((item) => [String(item[group.id]), item]));
  const ranked = [...byGroup].map(([id, count]) => {
    const item = known.get(id);
    return {
      id,
      name: textOf(item?.[group.name]),
      artworkUrl: textOf(item?.[group.artwork]),
      watched: count,
    };
  });
  return { ...counts, groups: ranked.sort(compareRanked) };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
