/** Sorts names by code unit, so that the order does not depend on the machine's locale. Nulls come last. */
export function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Sorts by count descending, then by name. */
export function compareRanked(
  a: { readonly watched: number; readonly name: string | null },
  b: { readonly watched: number; readonly name: string | null },
): number {
  return b.watched - a.watched || compareNames(a.name, b.name);
}
