import {
  type AttributeSchemas,
  episode,
  epochSeconds,
  type ItemDescription,
  type MediaKind,
  mediaKinds,
  movie,
  optionalText,
} from '@immersion-tracker/contract';
import * as z from 'zod';

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
  /** The `source` of the request that added the item. */
  source: optionalText(),
};

const watch = {
  timestamp: epochSeconds(),
  /** On a rewatch, the sort key of the first viewing. */
  rewatch_of: optionalText(),
};

/** The schema of what all watch records have in common. */
export const watchItem = z.object({ ...keys, ...watch });

interface Described<A extends AttributeSchemas> {
  readonly attributes: () => A;
}

/** The schema of a kind's watch records. */
export const recordItem = <A extends AttributeSchemas>({ attributes }: Described<A>) =>
  z.object({ ...keys, ...attributes(), ...watch });

/** The schema of a kind's groups. */
export const groupItem = <A extends AttributeSchemas>({ attributes }: Described<A>) =>
  z.object({ ...keys, ...attributes() });

export const episodeItem = recordItem(episode.record);
export const showItem = groupItem(episode.group);
export const movieItem = recordItem(movie.record);

/** A schema of some attributes of an item, for code that gets their names from a description. */
export const pickAttributes = (item: ItemDescription, ...names: readonly string[]): z.ZodObject =>
  z.object(
    Object.fromEntries(Object.entries(item.attributes()).filter(([name]) => names.includes(name))),
  );

/** The schemas of all types of item. */
export const itemSchemas = (): z.ZodObject[] =>
  mediaKinds.flatMap(({ record, group }: MediaKind) =>
    group === null ? [recordItem(record)] : [recordItem(record), groupItem(group)],
  );
