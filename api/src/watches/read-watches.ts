import type { MediaKind, RecordDescription } from '@immersion-tracker/contract';
import { pickAttributes, watchItem } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { type Attributes, firstText, numberOf, textOf } from './attributes.ts';
import { type GroupOf, readGroups } from './read-groups.ts';
import type { ListedWatch, Watch } from './watch.ts';

const { timestamp, sk, rewatch_of } = watchItem.shape;

/** Reads the watch records of a kind in sort-key order, page by page, with only what figures need. */
export async function* readWatches(kind: MediaKind, read: ReadItems): AsyncGenerator<Watch[]> {
  const { record, group } = kind;
  const names = group === null ? nameAttributes(record) : [];
  const attributes = pickAttributes(record, ...figureAttributes(record), ...names).extend({
    timestamp,
    ...(group === null && { sk, rewatch_of }),
  });
  const groupOf = await readGroups(kind, read);
  for await (const page of read(record.prefix, attributes)) {
    yield page.map((item) => watchOf(record, groupOf, item));
  }
}

/** The same with what a list shows of each record. */
export async function* readListedWatches(
  kind: MediaKind,
  read: ReadItems,
): AsyncGenerator<ListedWatch[]> {
  const { record } = kind;
  const names = [...figureAttributes(record), ...nameAttributes(record)];
  const attributes = pickAttributes(record, ...names).extend({ timestamp, sk, rewatch_of });
  const groupOf = await readGroups(kind, read);
  for await (const page of read(record.prefix, attributes)) {
    yield page.map((item) => ({
      ...watchOf(record, groupOf, item),
      id: `${item.sk}`,
      rewatchOf: textOf(item.rewatch_of),
      title: `${firstText(item, titleAttributes(record))}`,
    }));
  }
}

const figureAttributes = ({ duration, group }: RecordDescription): string[] => [
  duration,
  'duration_source',
  ...(group === null ? [] : [group]),
];

const titleAttributes = ({ titles, titleFallback }: RecordDescription): string[] => [
  ...titles,
  ...(titleFallback === undefined ? [] : [titleFallback]),
];

const nameAttributes = (record: RecordDescription): string[] => [
  ...titleAttributes(record),
  ...(record.artworks ?? []),
];

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
