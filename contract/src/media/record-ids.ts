import type { ItemDescription } from './media-kind.ts';

/** DynamoDB's limits for a partition key and a sort key, in UTF-8 bytes. */
export const PARTITION_KEY_LIMIT_BYTES = 2048;
export const SORT_KEY_LIMIT_BYTES = 1024;

/**
 * An item's sort key, which is also a watch record's id. It cannot be split into its parts again: folder
 * `a`, file `b#c` and folder `a#b`, file `c` have the same id.
 */
export const itemKey = ({ prefix }: ItemDescription, ...parts: readonly string[]): string =>
  prefix + parts.join('#');

/** `original` is the id of the first viewing, `watchedAt` the time of this one in epoch seconds. */
export const rewatchKey = (original: string, watchedAt: number): string =>
  `${original}#${watchedAt}`;
