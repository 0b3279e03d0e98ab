import {
  type ItemDescription,
  itemKey,
  type MediaKind,
  mediaKinds,
  type Noun,
  SETTINGS_KEY,
  type WholeRecord,
} from '@immersion-tracker/contract';

const SETTINGS: Noun = ['settings', 'settings'];

/** The nouns of all items but the settings, records first. */
export const NOUNS: readonly Noun[] = [
  ...mediaKinds.map(({ nouns }) => nouns.record),
  ...mediaKinds.flatMap(({ group, nouns }: MediaKind) => (group === null ? [] : [nouns.group])),
];

/** What an item is; undefined if its id is not that of anything that the tracker stores. */
export function nounOf(id: string): Noun | undefined {
  if (id === SETTINGS_KEY) return SETTINGS;
  const isOf = (item: ItemDescription | null) =>
    item !== null && id.startsWith(item.prefix) && id !== item.prefix;
  const kind = mediaKinds.find(({ record, group }: MediaKind) => isOf(record) || isOf(group));
  return kind && (isOf(kind.record) ? kind.nouns.record : kind.nouns.group);
}

/** Whether an item is a record of something watched, and not what such records belong to. */
export const isRecord = (id: string): boolean => recordKind(id) !== undefined;

const recordKind = (id: string): MediaKind | undefined =>
  mediaKinds.find(({ record }) => id.startsWith(record.prefix));

/** How long records are, in seconds, as far as these items say. */
export function lengthsBy(
  items: readonly { readonly id: string; readonly record: WholeRecord }[],
): (id: string, record: WholeRecord) => number {
  const byId = new Map(items.map(({ id, record }) => [id, record]));
  return (id, record) => {
    const kind = recordKind(id);
    if (kind === undefined) return 0;
    const { group } = kind;
    const groupId = kind.record.group === null ? undefined : record[kind.record.group];
    const average =
      group?.averageDuration === undefined
        ? undefined
        : byId.get(itemKey(group, `${groupId}`))?.[group.averageDuration];
    const known = [record[kind.record.duration], average, kind.record.guessedDuration];
    return known.find((length) => typeof length === 'number') ?? 0;
  };
}
