import { type MediaKind, optionalText, type RecordDescription } from '@immersion-tracker/contract';
import * as z from 'zod';
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
    yield page.map((item) => {
      const watch = watchOf(record, groupOf, item);
      return {
        ...watch,
        id: `${item.sk}`,
        rewatchOf: textOf(item.rewatch_of),
        title: firstText(item, [...titles, 'sk']) ?? '',
        durationSource: durationSourceOf(record, watch, item),
      };
    });
  }
}

/** Without groups, these include what describes a record, since it is its own group. */
const figureAttributes = onceForEach((kind: MediaKind): z.ZodObject => {
  if (kind.group !== null) {
    const { record } = kind;
    return pickAttributes(record, record.duration, record.group).extend({ timestamp });
  }
  const { record } = kind;
  const described = [...record.titles, record.titleFallback, ...record.artworks];
  const attributes = pickAttributes(record, record.duration, ...described);
  return attributes.extend({ timestamp, sk, rewatch_of });
});

/** Whatever counts is also listed, so that it can be corrected: a title of the wrong type is left out. */
const listAttributes = onceForEach((kind: MediaKind): z.ZodObject => {
  const titles = Object.fromEntries(kind.record.titles.map((name) => [name, optionalText()]));
  const source = pickAttributes(kind.record, 'duration_source').shape;
  const figures = figureAttributes(kind).shape;
  return z.object({ ...titles, ...source, ...figures, sk, rewatch_of });
});

function watchOf(record: RecordDescription, groupOf: GroupOf, item: Attributes): Watch {
  const timestamp = Number(item.timestamp);
  const group = groupOf(item);
  const known = numberOf(item[record.duration]) ?? group.averageDuration;
  const duration = known ?? record.guessedDuration ?? null;
  return { timestamp, duration, isGuess: known === null && duration !== null, group };
}

function durationSourceOf(
  record: RecordDescription,
  { duration, isGuess }: Watch,
  item: Attributes,
): ListedWatch['durationSource'] {
  if (duration === null) return null;
  if (isGuess) return 'guess';
  if (numberOf(item[record.duration]) === null) return 'show_average';
  return item.duration_source === 'file' ? 'file' : record.durationFrom;
}
