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

/** An item to be added, with the attributes that its kind's description lists. */
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
  /** Sort key of the first viewing's record, on records of further viewings. */
  rewatch_of: optionalText(),
};

/** What every kind of watch record has. */
export const watchItem = z.object({ ...keys, ...watch });

/** A sort of item, as a media kind describes it. */
interface Described<A extends AttributeSchemas> {
  readonly attributes: () => A;
}

/** The schema of a kind's watch records. */
export const recordItem = <A extends AttributeSchemas>({ attributes }: Described<A>) =>
  z.object({ ...keys, ...attributes(), ...watch });

/** The schema of what they are parts of. */
export const groupItem = <A extends AttributeSchemas>({ attributes }: Described<A>) =>
  z.object({ ...keys, ...attributes() });

export const episodeItem = recordItem(episode.record);
export const showItem = groupItem(episode.group);
export const movieItem = recordItem(movie.record);

/** A schema of a few attributes, for a reader that gets their names from a description. */
export const pickAttributes = (item: ItemDescription, ...names: readonly string[]): z.ZodObject =>
  z.object(
    Object.fromEntries(Object.entries(item.attributes()).filter(([name]) => names.includes(name))),
  );

/** The schema of every sort of item. */
export const itemSchemas = (): z.ZodObject[] =>
  mediaKinds.flatMap(({ record, group }: MediaKind) =>
    group === null ? [recordItem(record)] : [recordItem(record), groupItem(group)],
  );
