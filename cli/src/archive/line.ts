import type { WholeRecord } from '@immersion-tracker/contract';

/** An item as a line of JSON. The same item is always the same line. */
export const toLine = (item: WholeRecord): string => `${JSON.stringify(item, inOrder)}\n`;

/** Stores need not return the attributes of an item in the same order every time. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
