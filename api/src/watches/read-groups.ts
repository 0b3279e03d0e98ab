import {
  type GroupDescription,
  itemKey,
  type LoneRecordDescription,
  type MediaKind,
} from '@immersion-tracker/contract';
import { onceForEach } from '../kernel/once-for-each.ts';
import { pickAttributes } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { type Attributes, attributeOf, firstText, numberOf, textOf } from './attributes.ts';
import type { WatchGroup } from './watch.ts';

/** Returns the group of a watch record. If the kind has groups, all records of one get the same object. */
export type GroupOf = (item: Attributes) => WatchGroup;

/** Reads the groups of a kind. There are few of them, so they are kept in memory. */
export async function readGroups({ record, group }: MediaKind, read: ReadItems): Promise<GroupOf> {
  if (group === null) return (item) => groupOfOne(record, item);
  const groups = new Map<string, WatchGroup>();
  for await (const page of read(group.prefix, groupAttributes(group))) {
    for (const item of page) groups.set(`${item[group.id]}`, storedGroup(group, item));
  }
  let last: WatchGroup | undefined;
  return (item) => {
    const reference = textOf(item[record.group]) ?? '';
    // Records of a show follow one another.
    if (last?.reference === reference) return last;
    last = groups.get(reference) ?? missingGroup(group, reference);
    groups.set(reference, last);
    return last;
  };
}

const groupAttributes = onceForEach((group: GroupDescription) => {
  const { id, names, nameFallback, artwork, sharedId, averageDuration } = group;
  const wanted = [id, ...names, nameFallback, artwork, sharedId, averageDuration];
  return pickAttributes(group, ...wanted.filter((name) => name !== undefined));
});

function storedGroup(group: GroupDescription, item: Attributes): WatchGroup {
  const reference = `${item[group.id]}`;
  const shared = numberOf(attributeOf(item, group.sharedId));
  const sharedId = shared === null ? null : `${shared}`;
  const name = firstText(item, group.names);
  return {
    id: sharedId ?? ownId(group, reference),
    ...{ reference, sharedId, name },
    shownName: name ?? textOf(attributeOf(item, group.nameFallback)),
    artworkUrl: textOf(item[group.artwork]),
    averageDuration: numberOf(attributeOf(item, group.averageDuration)),
    isStored: true,
  };
}

function missingGroup(group: GroupDescription, reference: string): WatchGroup {
  return {
    id: ownId(group, reference),
    ...{ reference, sharedId: null, name: null, artworkUrl: null, averageDuration: null },
    shownName: group.nameFallback === undefined ? null : reference,
    isStored: false,
  };
}

/** A group that can have a shared id needs an id that none of those can be. */
const ownId = (group: GroupDescription, reference: string): string =>
  group.sharedId === undefined ? reference : itemKey(group, reference);

/** A record of a kind without groups. All its viewings share the id, but nothing is kept in memory. */
function groupOfOne(record: LoneRecordDescription, item: Attributes): WatchGroup {
  const { titles, titleFallback, artworks } = record;
  const reference = `${item[titleFallback]}`;
  const name = firstText(item, titles);
  return {
    id: `${item.rewatch_of ?? item.sk}`,
    ...{ reference, sharedId: null, name, averageDuration: null, isStored: true },
    shownName: name ?? reference,
    artworkUrl: firstText(item, artworks),
  };
}
