import type { WholeItem } from './item.ts';

/** Most items of one kind that are named. */
const MOST_NAMES = 5;

/** How many items there are of a kind, and the names of the first few. */
export interface Named {
  readonly count: number;
  readonly first: readonly string[];
}

export const NONE: Named = { count: 0, first: [] };

export const withItem = (named: Named, { pk, sk }: WholeItem): Named =>
  together([named, { count: 1, first: [`${userOf(pk)}: ${printable(sk)}`] }]);

export function together(parts: readonly Named[]): Named {
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    first: parts.flatMap(({ first }) => first).slice(0, MOST_NAMES),
  };
}

/** Whose partition it is, as it can be printed. */
export const userOf = (pk: string): string => printable(pk.replace(/^USER#/, ''));

/** What a terminal would take as a command, or not show, is written as an escape. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}
