/** Order by name, by code unit rather than locale, so that every machine agrees; nulls last. */
export function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Order by count descending, then by name. */
export function compareRanked(
  a: { readonly watched: number; readonly name: string | null },
  b: { readonly watched: number; readonly name: string | null },
): number {
  return b.watched - a.watched || compareNames(a.name, b.name);
}
