import {
  type ItemDescription,
  type MediaKind,
  mediaKinds,
  type Noun,
  SETTINGS_KEY,
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
export const isRecord = (id: string): boolean =>
  mediaKinds.some(({ record }) => id.startsWith(record.prefix));
