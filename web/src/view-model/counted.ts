import type { FormatNumber } from './formats.ts';

/** What something is called where there is one of it, and where there are more or none. */
export type Noun = readonly [one: string, more: string];

/** A noun whose plural has an s. */
export const noun = (one: string): Noun => [one, `${one}s`];

/** The form of a noun that goes with a count. */
export const inNumber = (count: number, [one, more]: Noun): string => (count === 1 ? one : more);

/** A count with its noun: `1 episode`, `1,204 episodes`. */
export function counted(count: number, what: Noun, number: FormatNumber): string {
  return `${number(count)} ${inNumber(count, what)}`;
}
