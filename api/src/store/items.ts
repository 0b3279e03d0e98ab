import {
  type AttributeSchemas,
  episode,
  epochSeconds,
  type ItemDescription,
  lazy,
  type MediaKind,
  mediaKinds,
  movie,
  optionalText,
  SETTINGS_KEY,
} from '@immersion-tracker/contract';
import * as z from 'zod';
import { readable, type WholeItem, wholeItem } from './whole-item.ts';

export { SETTINGS_KEY };

/** An item to insert, with the attributes of its description. */
export interface Item {
  readonly pk: string;
  readonly sk: string;
  readonly user: string;
  readonly [attribute: string]: string | number | null | undefined;
}

const keys = {
  pk: z.string(),
  sk: z.string(),
  user: z.string(),
};

const added = {
  ...keys,
  /** The `source` of the request that added the item. */
  source: optionalText(),
};

const watch = {
  timestamp: epochSeconds(),
  /** On a rewatch, the sort key of the first viewing. */
  rewatch_of: optionalText(),
};

/** The schema of what all watch records have in common. */
export const watchItem = z.object({ ...added, ...watch });

interface Described<A extends AttributeSchemas> {
  readonly attributes: () => A;
}

/** The schema of a kind's watch records. */
export const recordItem = <A extends AttributeSchemas>({ attributes }: Described<A>) =>
  z.object({ ...added, ...attributes(), ...watch });

/** The schema of a kind's groups. */
export const groupItem = <A extends AttributeSchemas>({ attributes }: Described<A>) =>
  z.object({ ...added, ...attributes() });

export const episodeItem = recordItem(episode.record);
export const showItem = groupItem(episode.group);
export const movieItem = recordItem(movie.record);

/** A schema of some attributes of an item, for code that gets their names from a description. */
export const pickAttributes = (item: ItemDescription, ...names: readonly string[]): z.ZodObject =>
  z.object(
    Object.fromEntries(Object.entries(item.attributes()).filter(([name]) => names.includes(name))),
  );

/** The schema of a user's settings. Null means that a setting is not set. */
export const settingsItem = z.object({
  ...keys,
  time_zone: z.string().nullish().catch(null),
  day_starts_at_hour: z.int().nullish().catch(null),
  daily_goal_minutes: z.number().nullish().catch(null),
  target_hours: z.number().nullish().catch(null),
  /** `YYYY-MM-DD` */
  target_date: z.string().nullish().catch(null),
});

const byPrefix = lazy(() =>
  mediaKinds.flatMap(({ record, group }: MediaKind): (readonly [string, z.ZodObject])[] => [
    [record.prefix, recordItem(record)],
    ...(group === null ? [] : [[group.prefix, groupItem(group)] as const]),
  ]),
);

/** The schema of the item with this sort key, or undefined if no type of item has such keys. */
export function itemSchema(sk: string): z.ZodObject | undefined {
  if (sk === SETTINGS_KEY) return settingsItem;
  return byPrefix().find(([prefix]) => sk.startsWith(prefix))?.[1];
}

/** Whether an item can be restored: it fits the schema of its type, and JSON can hold all of it. */
export const isRestorable = (item: WholeItem): boolean =>
  wholeItem().safeParse(item).success &&
  (itemSchema(item.sk)?.safeParse(readable(item)).success ?? false);

/** The schemas of all types of item. */
export const itemSchemas = (): z.ZodObject[] => [
  ...byPrefix().map(([, schema]) => schema),
  settingsItem,
];
