import { type MediaKind, optionalText, type RecordDescription } from '@immersion-tracker/contract';
import type * as z from 'zod';
import { onceForEach } from '../kernel/once-for-each.ts';
import { pickAttributes, watchItem } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { type Attributes, firstText, numberOf, textOf } from './attributes.ts';
import { type GroupOf, readGroups } from './read-groups.ts';
import type { ListedWatch, Watch } from './watch.ts';

const { timestamp, sk, rewatch_of } = watchItem.shape;

/** Reads the watch records of a kind in sort-key order, page by page, with only what figures need. */
export async function* readWatches(kind: MediaKind, read: ReadItems): AsyncGenerator<Watch[]> {
  const { record } = kind;
  const groupOf = await readGroups(kind, read);
  for await (const page of read(record.prefix, figureAttributes(kind))) {
    yield page.map((item) => watchOf(record, groupOf, item));
  }
}

/** The same records, with what a list shows of each. */
export async function* readListedWatches(
  kind: MediaKind,
  read: ReadItems,
): AsyncGenerator<ListedWatch[]> {
  const { record } = kind;
  const titles = [...record.titles, record.titleFallback];
  const groupOf = await readGroups(kind, read);
  for await (const page of read(record.prefix, listAttributes(kind))) {
    yield page.map((item) => ({
      ...watchOf(record, groupOf, item),
      id: `${item.sk}`,
      rewatchOf: textOf(item.rewatch_of),
      title: firstText(item, [...titles, 'sk']) ?? '',
    }));
  }
}

/** Without groups, these include what describes a record, since it is its own group. */
const figureAttributes = onceForEach((kind: MediaKind): z.ZodObject => {
  const figures = [kind.record.duration, 'duration_source'];
  if (kind.group !== null) {
    return pickAttributes(kind.record, ...figures, kind.record.group).extend({ timestamp });
  }
  const { titles, titleFallback, artworks } = kind.record;
  const described = [...titles, titleFallback, ...artworks];
  return pickAttributes(kind.record, ...figures, ...described).extend({
    timestamp,
    sk,
    rewatch_of,
  });
});

/** Whatever counts is also listed, so that it can be corrected: a title of the wrong type is left out. */
const listAttributes = onceForEach((kind: MediaKind): z.ZodObject => {
  const titles = Object.fromEntries(kind.record.titles.map((name) => [name, optionalText()]));
  const figures = figureAttributes(kind);
  return figures.extend({ ...titles, ...figures.shape, sk, rewatch_of });
});

function watchOf(record: RecordDescription, groupOf: GroupOf, item: Attributes): Watch {
  const timestamp = Number(item.timestamp);
  const group = groupOf(item);
  const own = numberOf(item[record.duration]);
  if (own !== null) {
    const durationSource = item.duration_source === 'file' ? 'file' : record.durationFrom;
    return { timestamp, duration: own, durationSource, group };
  }
  if (group.averageDuration !== null) {
    return { timestamp, duration: group.averageDuration, durationSource: 'show_average', group };
  }
  const { guessedDuration: guess = null } = record;
  return { timestamp, duration: guess, durationSource: guess === null ? null : 'guess', group };
}
