import type { ItemDescription } from './media-kind.ts';

/**
 * An item's sort key, which is also a watch record's id. It cannot be split into its parts again: folder
 * `a`, file `b#c` and folder `a#b`, file `c` have the same id.
 */
export const itemKey = ({ prefix }: ItemDescription, ...parts: readonly string[]): string =>
  prefix + parts.join('#');

/** `original` is the id of the first viewing, `watchedAt` the time of this one in epoch seconds. */
export const rewatchKey = (original: string, watchedAt: number): string =>
  `${original}#${watchedAt}`;
